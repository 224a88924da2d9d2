package io.mostik.spring.boot;

import io.mostik.core.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor's webhooks arrive and what proves them.
 *
 * @param path path of the endpoint below the context path, such as {@code /hooks/remonline}; without one the annotation
 *     of the handler names it
 * @param secret the shared secret: RemOnline's signing secret, T-Bank's bearer token, the API key that a PBX sends
 * @param username user name, where the vendor sends a pair; then the password is required
 * @param password password that belongs to the user name
 */
record WebhookProof(
        @Nullable String path,
        @Nullable Secret secret,
        @Nullable String username,
        @Nullable Secret password) {

    /** Returns the path, if it is set here. */
    Optional<String> route() {
        return Optional.ofNullable(path);
    }

    /** Returns the shared secret. */
    Secret secretOr(String property) {
        return Needed.of(secret, property + ".secret");
    }

    boolean isPair() {
        return username != null;
    }

    String user(String property) {
        return Needed.of(username, property + ".username");
    }

    Secret passwordOr(String property) {
        return Needed.of(password, property + ".password");
    }
}
