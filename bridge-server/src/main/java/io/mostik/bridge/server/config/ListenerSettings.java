package io.mostik.bridge.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where one of the three servers listens.
 *
 * @param host an address of this machine
 * @param port 0 for a free one
 * @param tls certificate and key; empty for plain HTTP, which only loopback and a proxy in front may have
 * @param proxies addresses or networks of the proxies in front; their {@code X-Forwarded-For} is believed
 * @param names further host names under which a browser may ask, without port
 */
public record ListenerSettings(String host, int port, Optional<Tls> tls, List<String> proxies, List<String> names) {

    /** Checks that no part is missing. */
    public ListenerSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(tls, "tls");
        proxies = List.copyOf(proxies);
        names = List.copyOf(names);
    }

    /** Returns a listener on loopback, without TLS. */
    public static ListenerSettings loopback(int port) {
        return new ListenerSettings("127.0.0.1", port, Optional.empty(), List.of(), List.of());
    }

    /**
     * Files for TLS.
     *
     * @param certificate the chain, as PEM
     * @param key its key, as PEM
     */
    public record Tls(Path certificate, Path key) {

        /** Checks that no part is missing. */
        public Tls {
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(key, "key");
        }
    }
}
