package io.mostik.remonline;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.orders.OrdersApi;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client of RemOnline, version 2 of its API. One per API key, thread-safe, cheap; close it at the end. Keeps to the
 * vendor's limit of 3 calls a second, together with all other clients of the same key in the same runtime.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class RemOnline implements AutoCloseable {

    private static final String PRODUCTION = "https://api.roapp.io/v2";
    private static final JsonCodec JSON =
            JsonCodec.builder().snakeCase().wholeSeconds().build();

    private final ApiClient api;

    private RemOnline(ApiClient api) {
        this.api = api;
    }

    /** Returns a builder; the API key is yet to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the repair orders. */
    public OrdersApi orders() {
        return new OrdersApi(api);
    }

    /** Returns a view of this client whose calls have these options. */
    public RemOnline with(CallOptions options) {
        return new RemOnline(api.with(options));
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http =
                ClientConfig.builder().baseUri(PRODUCTION).rateLimit(RateLimit.perSecond(3));
        private Optional<Secret> apiKey = Optional.empty();

        private Builder() {}

        /** Sets the API key, made in the web application under Settings, API. It has the rights of its employee. */
        public Builder apiKey(Secret key) {
            apiKey = Optional.of(Objects.requireNonNull(key, "apiKey"));
            return this;
        }

        /** Sets the address of version 2, as for Orderry accounts or a simulator; the one of RO App by default. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /** Changes the common settings: time limits, repeats, listener and so on. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            settings.accept(http);
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if the API key is missing or a setting cannot work
         */
        public RemOnline build() {
            Secret key = apiKey.orElseThrow(() -> new IllegalArgumentException("apiKey is missing"));
            return new RemOnline(ApiClient.builder(http.build())
                    .codec(JSON)
                    .errors(new RemOnlineErrors(JSON))
                    .authorizer(Authorizer.bearer(key))
                    .build());
        }
    }
}
