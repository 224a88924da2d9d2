package io.mostik.core.json;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the types of a module that may be decoded: its records, and the models that name a builder. */
final class DecodedTypes {

    private DecodedTypes() {}

    /** Returns them in the order of their names. */
    static List<Class<?>> besides(Class<?> neighbour) {
        Path classes = folder(neighbour);
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(name, neighbour.getClassLoader()))
                    .filter(type -> type.isRecord() || type.isAnnotationPresent(JsonDeserialize.class))
                    .filter(type -> !type.getSimpleName().startsWith("Immutable"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("classes cannot be listed", e);
        }
    }

    private static Path folder(Class<?> neighbour) {
        try {
            return Path.of(neighbour
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError("classes cannot be found", e);
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - ".class".length()).replace(java.io.File.separatorChar, '.');
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }
}
