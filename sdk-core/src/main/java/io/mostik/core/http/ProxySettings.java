package io.mostik.core.http;

import io.mostik.core.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * The proxy to go through. Must be set explicitly: no environment variable and no setting of the machine is looked at. A
 * password reaches the proxy as {@code Basic}. For https addresses the JDK sends none unless the embedder's JVM was
 * started with {@code -Djdk.http.auth.tunneling.disabledSchemes=""}; the SDK says so when a proxy asks for it.
 *
 * @param host its name
 * @param port its port
 * @param user who asks, if the proxy wants to know
 * @param password with what
 */
public record ProxySettings(String host, int port, Optional<String> user, Optional<Secret> password) {

    /**
     * Creates the settings.
     *
     * @throws IllegalArgumentException if the host is blank, the port is impossible, or a user has no password
     */
    public ProxySettings {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("proxy host must not be blank, and port must be 1 to 65535");
        }
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("proxy user and password go together");
        }
    }

    /** Returns a proxy without authentication. */
    public static ProxySettings of(String host, int port) {
        return new ProxySettings(host, port, Optional.empty(), Optional.empty());
    }

    /** Returns this proxy with a user. */
    public ProxySettings withUser(String name, Secret secret) {
        return new ProxySettings(host, port, Optional.of(name), Optional.of(secret));
    }
}
