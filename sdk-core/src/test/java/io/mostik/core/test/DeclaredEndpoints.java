package io.mostik.core.test;

import io.mostik.core.http.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every endpoint that is a constant of a class of a module, found by looking through its classes. */
public final class DeclaredEndpoints {

    private static final String CLASS = ".class";

    private DeclaredEndpoints() {}

    /**
     * Returns all endpoints in the order of the classes; an operation that has two forms stands there twice.
     *
     * @param neighbour a class of the module
     */
    public static List<Endpoint<?>> besides(Class<?> neighbour) {
        List<Endpoint<?>> found = new ArrayList<>();
        for (Class<?> type : classes(neighbour)) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Endpoint.class && Modifier.isStatic(field.getModifiers())) {
                    found.add(valueOf(field));
                }
            }
        }
        return found;
    }

    private static Endpoint<?> valueOf(Field field) {
        try {
            field.setAccessible(true);
            return (Endpoint<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> classes(Class<?> neighbour) {
        try {
            Path root = Path.of(neighbour
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(CLASS) && !file.endsWith("-info.class"))
                        .sorted()
                        .<Class<?>>map(file -> load(file.substring(0, file.length() - CLASS.length())))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replaceAll("[/\\\\]", "."));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
