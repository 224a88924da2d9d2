package io.mostik.bridge.action.web;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallResult;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.http.RawApi;
import io.mostik.core.json.Json;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A server of the company to which JSON is posted: the client of the connections {@code http} and {@code onec}. Only hosts
 * that have a connection are asked, redirects are not followed, and a host whose name stands for an address of an inner
 * network is refused unless the settings say that it may be one. Thread-safe.
 *
 * <p>The name is looked up before each call, and Java keeps what it found for some seconds, so that the call goes to the
 * address that was checked; with {@code networkaddress.cache.ttl=0} a name server under somebody else's hand could answer
 * otherwise the second time.
 */
public final class WebTarget implements AutoCloseable {

    static final Duration LONGEST = Duration.ofSeconds(30);

    private final ApiClient client;
    private final URI base;
    private final boolean mayBePrivate;
    private final boolean heedsKey;

    private WebTarget(Builder settings) {
        ClientConfig config = settings.http.deadline(LONGEST).build();
        this.client = ApiClient.builder(config)
                .errors(ErrorDecoder.byStatus())
                .authorizer(settings.authorizer)
                .build();
        this.base = config.baseUri();
        this.mayBePrivate = settings.mayBePrivate;
        this.heedsKey = settings.heedsKey;
    }

    /** Returns a builder; the address is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns whether the receiver does nothing a second time for the same {@code Idempotency-Key}. */
    boolean heedsKey() {
        return heedsKey;
    }

    /**
     * Posts a flat object.
     *
     * @return the HTTP status
     * @throws IllegalArgumentException if path or host are refused; nothing was sent
     */
    int post(String path, String key, Map<String, String> fields) {
        if (!mayBePrivate && isPrivate(base.getHost())) {
            throw new IllegalArgumentException("the host stands for an address of an inner network");
        }
        CallResult<Json> answer = RawApi.over(client)
                .call(Effect.ONCE, "POST", path)
                .header("Idempotency-Key", key)
                .json(fields)
                .sendWithResponse();
        return answer.status();
    }

    /** A name that cannot be looked up is left to the call, which then says that it was not sent. */
    private static boolean isPrivate(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isInner(address)) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isInner(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isUniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean isShared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return isUniqueLocal
                || isShared
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        client.close();
    }

    /** Collects the settings of a target. */
    public static final class Builder {

        private final ClientConfig.Builder http = ClientConfig.builder();
        private Authorizer authorizer = Authorizer.none();
        private boolean mayBePrivate;
        private boolean heedsKey;

        private Builder() {}

        /** Sets the address: https, or http on this machine. */
        public Builder address(String address) {
            http.baseUri(address);
            return this;
        }

        /** Sets user name and password. */
        public Builder basic(String user, Secret password) {
            authorizer = Authorizer.basic(user, password);
            return this;
        }

        /** Sets a bearer token in place of user name and password. */
        public Builder bearer(Secret token) {
            authorizer = Authorizer.bearer(token);
            return this;
        }

        /** Says that the host may be one of an inner network, as a 1C server usually is. */
        public Builder mayBePrivate() {
            mayBePrivate = true;
            return this;
        }

        /** Says that the receiver does nothing a second time for the same {@code Idempotency-Key}. */
        public Builder heedsKey() {
            heedsKey = true;
            return this;
        }

        /** Changes the common settings, such as limits and the clock; the deadline is 30 seconds. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            Objects.requireNonNull(settings, "settings").accept(http);
            return this;
        }

        /**
         * Returns the target.
         *
         * @throws IllegalArgumentException if the address is missing or cannot work
         */
        public WebTarget build() {
            return new WebTarget(this);
        }
    }
}
