package io.mostik.remonline.legacy;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.TokenSession;
import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.RawApi;
import io.mostik.remonline.assets.AssetsApi;
import io.mostik.remonline.catalog.GoodsApi;
import io.mostik.remonline.finance.CashboxesApi;
import io.mostik.remonline.inquiries.LeadsApi;
import io.mostik.remonline.internal.OneRuntime;
import io.mostik.remonline.internal.RemOnlineErrors;
import io.mostik.remonline.marketing.MarketingApi;
import io.mostik.remonline.tasks.TasksApi;
import io.mostik.remonline.warehouse.WarehouseApi;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client of the token generation, version 1.0: for accounts that still have no other. Buys a token with the API key,
 * one log-in for all threads, and buys another when it has ended. One per API key, thread-safe, cheap; close it at the
 * end. Prefer {@code RemOnline}.
 */
public final class RemOnlineLegacy implements AutoCloseable {

    private static final String PRODUCTION = "https://api.remonline.app";
    private static final RateLimit LIMIT = RateLimit.per(3, Duration.ofMillis(1_020));
    private static final JsonCodec JSON =
            JsonCodec.builder().snakeCase().wholeSeconds().bareText().build();

    private final ApiClient api;
    private final ApiClient unsigned;

    private RemOnlineLegacy(ApiClient api, ApiClient unsigned) {
        this.api = api;
        this.unsigned = unsigned;
    }

    /** Returns a builder; the API key is yet to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the repair orders. */
    public LegacyOrdersApi orders() {
        return new LegacyOrdersApi(api);
    }

    /** Returns the estimates. */
    public LegacyEstimatesApi estimates() {
        return new LegacyEstimatesApi(api);
    }

    /** Returns the invoices and the sales over the counter. */
    public LegacyMoneyApi money() {
        return new LegacyMoneyApi(api);
    }

    /** Returns the clients. */
    public LegacyClientsApi clients() {
        return new LegacyClientsApi(api);
    }

    /** Returns the company and its dictionaries. */
    public LegacyDictionariesApi dictionaries() {
        return new LegacyDictionariesApi(api);
    }

    /** Returns the stock and its documents. */
    public WarehouseApi warehouse() {
        return new WarehouseApi(api);
    }

    /** Returns the assets. */
    public AssetsApi assets() {
        return new AssetsApi(api);
    }

    /** Returns the tasks. */
    public TasksApi tasks() {
        return new TasksApi(api);
    }

    /** Returns the leads. */
    public LeadsApi leads() {
        return LeadsApi.ofTokenGeneration(api);
    }

    /** Returns the advertising campaigns. */
    public MarketingApi marketing() {
        return new MarketingApi(api);
    }

    /** Returns the cashboxes. */
    public CashboxesApi cashboxes() {
        return new CashboxesApi(api);
    }

    /** Returns the catalogue, price lists and units. */
    public GoodsApi goods() {
        return new GoodsApi(api);
    }

    /** Returns any call of the token generation, for what has no method yet. */
    public RawApi raw() {
        return new RawApi(api);
    }

    /** Returns a view of this client whose calls have these options. */
    public RemOnlineLegacy with(CallOptions options) {
        return new RemOnlineLegacy(api.with(options), unsigned);
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
        unsigned.close();
    }

    @Override
    public String toString() {
        return "RemOnlineLegacy[" + api + "]";
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http =
                ClientConfig.builder().baseUri(PRODUCTION).rateLimit(LIMIT);
        private Optional<Secret> apiKey = Optional.empty();
        private Duration tokenLife = Duration.ofMinutes(9);

        private Builder() {}

        /** Sets the API key. */
        public Builder apiKey(Secret key) {
            apiKey = Optional.of(Objects.requireNonNull(key, "apiKey"));
            return this;
        }

        /** Sets the address, as for a simulator; the vendor's by default. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /**
         * Sets how long a token is taken to last; 9 minutes by default. The vendor does not say: clients have found ten
         * minutes as well as a day. A token is renewed 5 minutes early.
         */
        public Builder tokenLife(Duration life) {
            if (life.isZero() || life.isNegative()) {
                throw new IllegalArgumentException("tokenLife must be positive");
            }
            tokenLife = life;
            return this;
        }

        /** Changes the common settings: time limits, repeats, listener and so on. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            settings.accept(http);
            return this;
        }

        /**
         * Returns the client. Nothing is sent before the first call.
         *
         * @throws IllegalArgumentException if the API key is missing or a setting cannot work
         */
        public RemOnlineLegacy build() {
            Secret key = apiKey.orElseThrow(() -> new IllegalArgumentException("apiKey is missing"));
            ClientConfig config = OneRuntime.of(http.build());
            ApiClient unsigned = ApiClient.builder(config)
                    .codec(JSON)
                    .errors(RemOnlineErrors.ofGenerationBefore())
                    .authorizer(new SameKey(key))
                    .build();
            TokenSession session = new TokenSession(
                    key,
                    new LegacyLogin(unsigned, key, tokenLife),
                    LegacyLogin::place,
                    LegacyLogin::refused,
                    config.time());
            ApiClient api = ApiClient.builder(config)
                    .codec(JSON)
                    .errors(RemOnlineErrors.ofGenerationBefore())
                    .authorizer(session)
                    .build();
            return new RemOnlineLegacy(api, unsigned);
        }
    }
}
