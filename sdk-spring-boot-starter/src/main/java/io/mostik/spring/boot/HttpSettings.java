package io.mostik.spring.boot;

import io.mostik.core.Secret;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.ProxySettings;
import io.mostik.core.http.RetryPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Settings of HTTP, for all clients under {@code mostik.http} or for one under {@code mostik.<vendor>.http}. What is not set
 * keeps the default of the SDK.
 *
 * @param timeout longest silence of the vendor, 15 seconds by default
 * @param deadline longest time of a whole call with all waits and retries, 30 seconds by default
 * @param attempts how often a call that may be repeated is tried, 3 by default (SalesAutopilot 5)
 * @param largestBody largest answer that is read into memory, 16 MB by default
 * @param proxyHost host of the proxy to go through, none by default
 * @param proxyPort port of the proxy; goes with the host
 * @param proxyUser user name at the proxy, if it wants one; goes with the password
 * @param proxyPassword password at the proxy; goes with the user name
 */
record HttpSettings(
        @Nullable Duration timeout,
        @Nullable Duration deadline,
        @Nullable Integer attempts,
        @Nullable DataSize largestBody,
        @Nullable String proxyHost,
        @Nullable Integer proxyPort,
        @Nullable String proxyUser,
        @Nullable Secret proxyPassword) {

    private static final int MOST_PORTS = 65_535;

    /**
     * Writes what is set into the settings of a client.
     *
     * @param prefix where these properties stand
     * @throws IllegalArgumentException if one cannot work; names the property
     */
    void applyTo(ClientConfig.Builder http, String prefix) {
        check(prefix);
        ifSet(timeout, http::timeout);
        ifSet(deadline, http::deadline);
        ifSet(attempts, tries -> http.retry(RetryPolicy.standard().withAttempts(tries)));
        ifSet(largestBody, size -> http.largestBody(Math.toIntExact(size.toBytes())));
        ifSet(proxyHost, host -> http.proxy(proxy(host, Needed.of(proxyPort, prefix + ".proxy-port"))));
    }

    /** Not in the constructor: of what fails there Spring may print the value that was bound last, the password. */
    void check(String prefix) {
        Needed.positive(timeout, prefix + ".timeout");
        Needed.positive(deadline, prefix + ".deadline");
        Needed.within(attempts, 1, Integer.MAX_VALUE, prefix + ".attempts");
        Needed.within(
                largestBody == null ? null : largestBody.toBytes(), 1, Integer.MAX_VALUE, prefix + ".largest-body");
        Needed.within(proxyPort, 1, MOST_PORTS, prefix + ".proxy-port");
        Needed.together(proxyHost, prefix + ".proxy-host", proxyPort, prefix + ".proxy-port");
        Needed.together(proxyUser, prefix + ".proxy-user", proxyPassword, prefix + ".proxy-password");
        if (proxyUser != null) {
            Needed.together(proxyHost, prefix + ".proxy-host", proxyUser, prefix + ".proxy-user");
        }
    }

    private ProxySettings proxy(String host, int port) {
        ProxySettings proxy = ProxySettings.of(host, port);
        return proxyUser == null || proxyPassword == null ? proxy : proxy.withUser(proxyUser, proxyPassword);
    }

    private static <T> void ifSet(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
