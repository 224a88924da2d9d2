package io.mostik.remonline.contracts;

import io.mostik.core.http.Endpoint;
import io.mostik.remonline.RemOnline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every endpoint that stands in a class of the module, found by looking. */
final class Operations {

    private Operations() {}

    /** Returns all endpoints by operation; an operation that is read in two ways must be the same call in both. */
    static Map<String, Endpoint<?>> all() {
        Map<String, Endpoint<?>> found = new TreeMap<>();
        for (Class<?> type : classes()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Endpoint.class && Modifier.isStatic(field.getModifiers())) {
                    Endpoint<?> endpoint = read(field);
                    Endpoint<?> before = found.putIfAbsent(endpoint.operation(), endpoint);
                    if (before != null && !call(before).equals(call(endpoint))) {
                        throw new IllegalStateException(endpoint.operation() + " stands in two places");
                    }
                }
            }
        }
        return found;
    }

    private static List<Object> call(Endpoint<?> endpoint) {
        return List.of(endpoint.effect(), endpoint.method(), endpoint.path());
    }

    private static Endpoint<?> read(Field field) {
        try {
            field.setAccessible(true);
            return (Endpoint<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> classes() {
        try {
            Path root = Path.of(RemOnline.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith("Api.class") || file.endsWith("Login.class"))
                        .<Class<?>>map(file -> load(file.substring(0, file.length() - ".class".length())))
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
            return Class.forName(String.join(".", Arrays.asList(file.split("[/\\\\]"))));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
