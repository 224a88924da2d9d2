package io.mostik.bridge.server.config;

import io.mostik.core.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads secrets from where the settings say they are; in the settings themselves there is none. */
final class SecretSource {

    private static final int LARGEST = 64 * 1024;

    private final Path folder;
    private final UnaryOperator<String> environment;

    /**
     * Creates a source.
     *
     * @param folder what paths are relative to
     * @param environment returns a variable, or an empty text
     */
    SecretSource(Path folder, UnaryOperator<String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Returns the secret of a reference.
     *
     * @throws IllegalArgumentException saying what is wrong, never with the text that was given
     */
    SecretSetting read(String reference) {
        String text;
        if (reference.startsWith("env:")) {
            text = variable(reference.substring(4));
        } else if (reference.startsWith("file:")) {
            text = file(reference.substring(5));
        } else {
            throw new IllegalArgumentException("a secret is not written here: use env:NAME or file:/path");
        }
        return new SecretSetting(reference, Secret.of(text));
    }

    private String variable(String name) {
        return Optional.of(environment.apply(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("the environment variable " + name + " is not set"));
    }

    private String file(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("the file " + name + " is too large for a secret");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("the file " + name + " is empty");
            }
            return text;
        } catch (IOException e) {
            throw new IllegalArgumentException("the file " + name + " cannot be read", e);
        }
    }

    /** Returns the variables of the process. */
    static UnaryOperator<String> environmentOfProcess() {
        return name -> Objects.requireNonNullElse(System.getenv(name), "");
    }
}
