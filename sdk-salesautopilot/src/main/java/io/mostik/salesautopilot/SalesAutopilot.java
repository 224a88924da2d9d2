package io.mostik.salesautopilot;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.RawApi;
import io.mostik.core.http.Resources;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.json.JsonCodec;
import io.mostik.salesautopilot.coupons.CouponsApi;
import io.mostik.salesautopilot.crm.CrmApi;
import io.mostik.salesautopilot.crm.VccApi;
import io.mostik.salesautopilot.globals.GlobalsApi;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Digests;
import io.mostik.salesautopilot.letters.LettersApi;
import io.mostik.salesautopilot.lists.FieldsApi;
import io.mostik.salesautopilot.lists.ListsApi;
import io.mostik.salesautopilot.orders.OrderLinesApi;
import io.mostik.salesautopilot.orders.OrdersApi;
import io.mostik.salesautopilot.products.CategoriesApi;
import io.mostik.salesautopilot.products.ProductsApi;
import io.mostik.salesautopilot.segments.SegmentsApi;
import io.mostik.salesautopilot.subscribers.PersonalLinksApi;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.v2.V2Api;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client of SalesAutopilot. One per key pair, thread-safe, cheap; close it at the end. The vendor forbids parallel
 * requests: calls queue up, fairly, and one is in flight at a time, together with all other clients of the same key
 * pair in the same runtime.
 *
 * <pre>{@code
 * SalesAutopilot sales = SalesAutopilot.builder()
 *         .keyPair("user", Secret.fromEnv("MOSTIK_SALESAUTOPILOT_PASSWORD"))
 *         .build();
 * long subscribers = sales.subscribers(ListId.of(5123)).count();
 * }</pre>
 *
 * <p>Each method is one operation of the vendor and remembers nothing. What must happen once, such as marking an order
 * paid, is in {@link io.mostik.salesautopilot.workflow.MarketingWorkflows}.
 *
 * @see <a href="https://support.salesautopilot.com/hc/hu/categories/360000935014">the vendor's help</a>
 */
public final class SalesAutopilot implements AutoCloseable {

    private static final Resources RESOURCES = Resources.of(constructor -> constructor.setAccessible(true));
    private static final String PRODUCTION = "https://api.salesautopilot.com";
    private static final int ATTEMPTS = 5;
    private static final int ACCOUNT_DIGITS = 16;
    private static final JsonCodec JSON =
            JsonCodec.builder().snakeCase().bareText().build();

    private final Engines engines;
    private final ApiClient api;
    private final CostMeter meter;

    private SalesAutopilot(Engines engines, CostMeter meter) {
        this.engines = engines;
        this.api = engines.v1();
        this.meter = meter;
    }

    /** Returns a builder. The key pair is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a client with the settings of the environment, as {@link Builder#fromEnv()} names them, and defaults for the rest.
     *
     * @throws IllegalArgumentException if a variable that is needed is not set; names it
     */
    public static SalesAutopilot fromEnv() {
        return builder().fromEnv().build();
    }

    /** Returns the records of a list. */
    public SubscribersApi subscribers(ListId list) {
        return RESOURCES.create(SubscribersApi.class, api, list);
    }

    /** Returns the orders of an order list. */
    public OrdersApi orders(ListId list) {
        return RESOURCES.create(OrdersApi.class, api, list, subscribers(list));
    }

    /** Returns the lines of orders of an order list. */
    public OrderLinesApi orderLines(ListId list) {
        return RESOURCES.create(OrderLinesApi.class, api, list);
    }

    /** Returns the personal links of the records of a list. */
    public PersonalLinksApi links(ListId list) {
        return RESOURCES.create(PersonalLinksApi.class, api, list);
    }

    /** Returns the segments. */
    public SegmentsApi segments() {
        return RESOURCES.create(SegmentsApi.class, api);
    }

    /** Returns lists and forms. */
    public ListsApi lists() {
        return RESOURCES.create(ListsApi.class, api);
    }

    /** Returns the columns of a list. */
    public FieldsApi fields(ListId list) {
        return RESOURCES.create(FieldsApi.class, api, list);
    }

    /** Returns the products. */
    public ProductsApi products() {
        return RESOURCES.create(ProductsApi.class, api);
    }

    /** Returns the categories of products. */
    public CategoriesApi categories() {
        return RESOURCES.create(CategoriesApi.class, api);
    }

    /** Returns the coupons of an order list. */
    public CouponsApi coupons(ListId list) {
        return RESOURCES.create(CouponsApi.class, api, list);
    }

    /** Returns the letters. */
    public LettersApi letters() {
        return RESOURCES.create(LettersApi.class, api);
    }

    /** Returns the global variables. */
    public GlobalsApi globals() {
        return RESOURCES.create(GlobalsApi.class, api);
    }

    /** Returns the CRM tasks of a list. */
    public CrmApi crm(ListId list) {
        return RESOURCES.create(CrmApi.class, api, list);
    }

    /** Returns the synchronisation with the call centre. */
    public VccApi vcc() {
        return RESOURCES.create(VccApi.class, api);
    }

    /** Returns calls of version 1 that have no method here; those of version 2 are below {@code v2()}. */
    public RawApi raw() {
        return RawApi.over(api);
    }

    /** Returns version 2 of the API. */
    public V2Api v2() {
        return RESOURCES.create(V2Api.class, engines.v2());
    }

    /** Returns what the calls of a month cost. */
    public CostMeter usage() {
        return meter;
    }

    /** Returns a view of this client whose calls have these options. */
    public SalesAutopilot with(CallOptions options) {
        return new SalesAutopilot(engines.with(options), meter);
    }

    /** Returns the options of this view; those that change nothing, unless it was made by {@link #with}. */
    public CallOptions options() {
        return engines.v1().options();
    }

    /**
     * Returns how long one call of this client can last at most, with all repeats and waits: the deadline of its
     * {@code CallOptions}, or else {@code http.deadline}.
     */
    public Duration longestCall() {
        return engines.deadline();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        engines.close();
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http = ClientConfig.builder()
                .baseUri(PRODUCTION)
                .rateLimit(RateLimit.none().withAtOnce(1))
                .retry(RetryPolicy.standard().withAttempts(ATTEMPTS));
        private final Map<String, List<String>> verbs = new HashMap<>(Verbs.SEEN);
        private Optional<String> user = Optional.empty();
        private Optional<Secret> password = Optional.empty();
        private Optional<CostMeter> meter = Optional.empty();

        private Builder() {}

        /**
         * Takes the settings from the environment: {@code MOSTIK_SALESAUTOPILOT_USER},
         * {@code MOSTIK_SALESAUTOPILOT_PASSWORD} and, if set, {@code MOSTIK_SALESAUTOPILOT_URL}.
         *
         * @throws IllegalArgumentException if one that is needed is not set; names it
         */
        public Builder fromEnv() {
            return from(EnvironmentVariables.ofProcess());
        }

        Builder from(EnvironmentVariables env) {
            env.find("MOSTIK_SALESAUTOPILOT_URL").ifPresent(this::baseUri);
            return keyPair(env.get("MOSTIK_SALESAUTOPILOT_USER"), env.secret("MOSTIK_SALESAUTOPILOT_PASSWORD"));
        }

        /** Sets the key pair, made in the web application under Settings, Integrations, API keys. */
        public Builder keyPair(String newUser, Secret newPassword) {
            user = Optional.of(Objects.requireNonNull(newUser, "user"));
            password = Optional.of(Objects.requireNonNull(newPassword, "password"));
            return this;
        }

        /** Sets another address, as of a simulator. The legacy host uses plain http, which has to be allowed. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /** Sets the verbs of an operation, such as {@code subscribers.update}; the next is tried after a 405. */
        public Builder verbs(String operation, String... inOrder) {
            if (inOrder.length == 0) {
                throw new IllegalArgumentException("verbs must not be empty");
            }
            verbs.put(Objects.requireNonNull(operation, "operation"), List.of(inOrder));
            return this;
        }

        /**
         * Sets what counts the calls and their cost; by default one that counts in memory and warns at 800 and 1,000 calls a
         * month. {@code CostMeter.over(store)} counts over all nodes and restarts. One without a name of the account counts for this
         * key pair's user; read it with {@link SalesAutopilot#usage}.
         */
        public Builder costMeter(CostMeter newMeter) {
            meter = Optional.of(Objects.requireNonNull(newMeter, "costMeter"));
            return this;
        }

        /** Changes the common settings: time limits, repeats, requests at once, listener and so on. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            settings.accept(http);
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if the key pair is missing or a setting cannot work
         */
        public SalesAutopilot build() {
            Secret secret = password.orElseThrow(() -> new IllegalArgumentException("keyPair is missing"));
            ClientConfig config = withRuntime(http.build());
            CostMeter counting = meter.orElseGet(() -> CostMeter.inMemory(config.time()))
                    .orAccount("key-" + Digests.of(user.orElse("")).substring(0, ACCOUNT_DIGITS));
            ApiClient api = ApiClient.builder(config)
                    .codec(JSON)
                    .errors(new SalesAutopilotErrors())
                    .authorizer(Authorizer.basic(user.orElse(""), secret))
                    .quirks(wire -> new VerbFallbackTransport(counting.transport(wire), verbs))
                    .build();
            V2Session session = new V2Session(config, user.orElse(""), secret, counting);
            Engines engines = new Engines(api, session.client(), session.login(), config.deadline());
            return new SalesAutopilot(engines, counting);
        }

        /** Both versions of the API have to meet in one runtime, since they share the limit of the key pair. */
        private static ClientConfig withRuntime(ClientConfig config) {
            boolean shared = config.runtime().isPresent() || config.transport().isEmpty();
            return shared
                    ? config
                    : ClientConfig.builder()
                            .from(config)
                            .runtime(SdkRuntime.create())
                            .build();
        }
    }
}
