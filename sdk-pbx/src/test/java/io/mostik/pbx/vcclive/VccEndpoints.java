package io.mostik.pbx.vcclive;

import io.mostik.core.http.Endpoint;
import io.mostik.core.json.NoAnswer;
import io.mostik.pbx.vcclive.voice.VoiceFilesApi;
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

/** Every endpoint that stands in a class of VCC Live's packages, found by looking. */
final class VccEndpoints {

    private VccEndpoints() {}

    /** Returns all endpoints; the same operation stands there twice where its path has two forms. */
    static List<Endpoint<?>> all() {
        List<Endpoint<?>> found = new ArrayList<>();
        for (Class<?> type : classes()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Endpoint.class && Modifier.isStatic(field.getModifiers())) {
                    found.add(read(field));
                }
            }
        }
        // Its path is a setting of the client, so that it is no constant.
        found.add(Endpoint.read("voiceFiles.download", "GET", VoiceFilesApi.INFERRED_PATH, NoAnswer.class));
        return found;
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
            Path root = Path.of(VccLive.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root.resolve("io/mostik/pbx/vcclive"))) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-info"))
                        .sorted()
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
            return Class.forName(file.replaceAll("[/\\\\]", "."));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
