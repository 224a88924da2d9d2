package io.mostik.remonline.legacy;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.RawApi;
import io.mostik.core.http.Resources;
import io.mostik.core.http.TokenSession;
import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.assets.AssetsApi;
import io.mostik.remonline.catalog.GoodsApi;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.finance.CashboxesApi;
import io.mostik.remonline.inquiries.LeadsApi;
import io.mostik.remonline.internal.Patience;
import io.mostik.remonline.internal.RemOnlineErrors;
import io.mostik.remonline.internal.SharedRuntime;
import io.mostik.remonline.internal.VendorClock;
import io.mostik.remonline.marketing.MarketingApi;
import io.mostik.remonline.tasks.TasksApi;
import io.mostik.remonline.warehouse.WarehouseApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client of the token generation, version 1.0: for accounts that still have no other. Buys a token with the API
 * key, one log-in for all threads, and buys another when it has ended.
 *
 * <pre>{@code
 * RemOnlineLegacy legacy = RemOnlineLegacy.builder().apiKey(Secret.fromEnv("REMONLINE_API_KEY")).build();
 * Json statuses = legacy.raw().call(Effect.READ, "GET", "/statuses/").send();
 * }</pre>
 *
 * <p>One per API key, thread-safe, cheap; close it at the end. Where the vendor has switched the generation off, calls fail
 * with the code {@link io.mostik.remonline.common.RemOnlineCodes#GENERATION_RETIRED}. Prefer
 * {@link io.mostik.remonline.RemOnline}.
 */
public final class RemOnlineLegacy implements AutoCloseable {

    private static final Resources RESOURCES = Resources.of(constructor -> constructor.setAccessible(true));
    private static final String PRODUCTION = "https://api.remonline.app";
    private static final RateLimit LIMIT = RateLimit.per(3, Duration.ofMillis(1_020));
    private static final JsonCodec JSON = JsonCodec.builder()
            .snakeCase()
            .wholeSeconds()
            .decimalComma()
            .bareText()
            .build();

    private final ApiClient api;
    private final ApiClient unsigned;
    private final CustomFieldStyle ownFields;
    private final VendorClock clock;

    private RemOnlineLegacy(ApiClient api, ApiClient unsigned, CustomFieldStyle ownFields, VendorClock clock) {
        this.api = api;
        this.unsigned = unsigned;
        this.ownFields = ownFields;
        this.clock = clock;
    }

    /** Returns a new builder. {@code apiKey} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a client with the settings of the environment, as {@link Builder#fromEnv()} names them, and defaults for the rest.
     *
     * @throws IllegalArgumentException if a variable that is needed is not set; names it
     */
    public static RemOnlineLegacy fromEnv() {
        return builder().fromEnv().build();
    }

    /** Returns the repair orders. */
    public LegacyOrdersApi orders() {
        return new LegacyOrdersApi(api, ownFields);
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
        return new LegacyClientsApi(api, ownFields);
    }

    /** Returns the company and its dictionaries. */
    public LegacyDictionariesApi dictionaries() {
        return new LegacyDictionariesApi(api);
    }

    /** Returns the stock and its documents. */
    public WarehouseApi warehouse() {
        return RESOURCES.create(WarehouseApi.class, api);
    }

    /** Returns the assets. */
    public AssetsApi assets() {
        return RESOURCES.create(AssetsApi.class, api, ownFields);
    }

    /** Returns the tasks. */
    public TasksApi tasks() {
        return RESOURCES.create(TasksApi.class, api);
    }

    /** Returns the leads. */
    public LeadsApi leads() {
        return RESOURCES.create(LeadsApi.class, api, ownFields, true);
    }

    /** Returns the advertising campaigns. */
    public MarketingApi marketing() {
        return RESOURCES.create(MarketingApi.class, api);
    }

    /** Returns the cashboxes. */
    public CashboxesApi cashboxes() {
        return RESOURCES.create(CashboxesApi.class, api);
    }

    /** Returns the catalogue, price lists and units. */
    public GoodsApi goods() {
        return RESOURCES.create(GoodsApi.class, api, ownFields);
    }

    /** Returns calls of the token generation that have no method here. */
    public RawApi raw() {
        return RawApi.over(api);
    }

    /** Returns a view of this client whose calls have these options. */
    public RemOnlineLegacy with(CallOptions options) {
        return new RemOnlineLegacy(api.with(options), unsigned, ownFields, clock);
    }

    /** Returns the options of this view; those that change nothing, unless it was made by {@link #with}. */
    public CallOptions options() {
        return api.options();
    }

    /**
     * Returns what the vendor's clock shows, as the {@code Date} of its answers tells, to the second; empty before the
     * first answer, or if it sends none.
     */
    public Optional<Instant> vendorTime() {
        return clock.now();
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
                ClientConfig.builder().baseUri(PRODUCTION).rateLimit(LIMIT).retry(Patience.POLICY);
        private Optional<Secret> apiKey = Optional.empty();
        private Duration tokenLife = Duration.ofMinutes(9);
        private CustomFieldStyle ownFields = CustomFieldStyle.TEXT;

        private Builder() {}

        /**
         * Takes the settings from the environment: {@code MOSTIK_REMONLINE_KEY} and, if set,
         * {@code MOSTIK_REMONLINE_LEGACY_URL}.
         *
         * @throws IllegalArgumentException if one that is needed is not set; names it
         */
        public Builder fromEnv() {
            return from(EnvironmentVariables.ofProcess());
        }

        Builder from(EnvironmentVariables env) {
            env.find("MOSTIK_REMONLINE_LEGACY_URL").ifPresent(this::baseUri);
            return apiKey(env.secret("MOSTIK_REMONLINE_KEY"));
        }

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

        /** Sets how the account's own fields are written in bodies; {@code TEXT}, the documented way, by default. */
        public Builder customFieldStyle(CustomFieldStyle style) {
            ownFields = Objects.requireNonNull(style, "customFieldStyle");
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
            ClientConfig config = SharedRuntime.of(http.build());
            VendorClock clock = new VendorClock(config.time());
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
                    .quirks(clock.listening())
                    .authorizer(session)
                    .build();
            return new RemOnlineLegacy(api, unsigned, ownFields, clock);
        }
    }
}
