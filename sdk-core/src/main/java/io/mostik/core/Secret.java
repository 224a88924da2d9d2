package io.mostik.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A credential. Prints as {@code ***}, also through mappers of JSON, cannot be serialised by Java, and is shown only by
 * {@link #reveal()}. Immutable and thread-safe.
 *
 * <pre>{@code
 * Secret key = Secret.fromEnv("REMONLINE_API_KEY");
 * }</pre>
 */
public final class Secret {

    private static final String MASK = "***";

    private final transient String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Returns a secret with this value.
     *
     * @throws IllegalArgumentException if it is blank, or holds a line break or another control character, as a key
     *     pasted with its newline does
     */
    public static Secret of(String value) {
        return named("secret", value);
    }

    /**
     * Returns the secret that an environment variable holds.
     *
     * @throws IllegalArgumentException if the variable is not set, blank, or holds a control character
     */
    public static Secret fromEnv(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalArgumentException("environment variable " + variable + " is not set");
        }
        return named("environment variable " + variable, value);
    }

    private static Secret named(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " holds a line break or another control character");
        }
        return new Secret(value);
    }

    /** Returns the value in clear. Use it only where it is sent; never in a text that is logged or stored. */
    public String reveal() {
        return value;
    }

    /** Returns whether a received text is this secret, in time that does not depend on where they differ. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && matches(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns {@code ***}; mappers of JSON write the same. */
    @Override
    @JsonValue
    public String toString() {
        return MASK;
    }
}
