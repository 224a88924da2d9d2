package io.mostik.bridge.server.config;

import io.mostik.core.Secret;
import java.util.Objects;

/**
 * A secret with the place it was taken from.
 *
 * @param reference {@code env:NAME} or {@code file:/path}; may be shown
 * @param value the secret
 */
public record SecretSetting(String reference, Secret value) {

    /** Checks that no part is missing. */
    public SecretSetting {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(value, "value");
    }
}
