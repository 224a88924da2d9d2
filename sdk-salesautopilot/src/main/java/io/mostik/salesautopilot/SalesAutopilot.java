package io.mostik.salesautopilot;

import io.mostik.core.Effect;
import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.Call;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.salesautopilot.coupons.CouponsApi;
import io.mostik.salesautopilot.crm.CrmApi;
import io.mostik.salesautopilot.crm.VccApi;
import io.mostik.salesautopilot.globals.GlobalsApi;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.OpenRequest;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client of SalesAutopilot. One per key pair, thread-safe, cheap; close it at the end. The vendor forbids parallel
 * requests: calls queue up, fairly, and one is in flight at a time, together with all other clients of the same key pair
 * in the same runtime.
 *
 * @see <a href="https://support.salesautopilot.com/hc/hu/categories/360000935014">the vendor's help</a>
 */
public final class SalesAutopilot implements AutoCloseable {

    private static final String PRODUCTION = "https://api.salesautopilot.com";
    private static final int ATTEMPTS = 5;
    private static final JsonCodec JSON =
            JsonCodec.builder().snakeCase().bareText().build();

    private final Engines engines;
    private final ApiClient api;
    private final StateStore store;
    private final CostMeter meter;

    private SalesAutopilot(Engines engines, StateStore store, CostMeter meter) {
        this.engines = engines;
        this.api = engines.v1();
        this.store = store;
        this.meter = meter;
    }

    /** Returns a builder; the key pair is yet to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the records of a list. */
    public SubscribersApi subscribers(ListId list) {
        return new SubscribersApi(api, list, store);
    }

    /** Returns the orders of an order list. */
    public OrdersApi orders(ListId list) {
        return new OrdersApi(api, list, store);
    }

    /** Returns the lines of orders of an order list. */
    public OrderLinesApi orderLines(ListId list) {
        return new OrderLinesApi(api, list);
    }

    /** Returns the personal links of the records of a list. */
    public PersonalLinksApi links(ListId list) {
        return new PersonalLinksApi(api, list);
    }

    /** Returns the segments. */
    public SegmentsApi segments() {
        return new SegmentsApi(api);
    }

    /** Returns lists and forms. */
    public ListsApi lists() {
        return new ListsApi(api);
    }

    /** Returns the columns of a list. */
    public FieldsApi fields(ListId list) {
        return new FieldsApi(api, list);
    }

    /** Returns the products. */
    public ProductsApi products() {
        return new ProductsApi(api);
    }

    /** Returns the categories of products. */
    public CategoriesApi categories() {
        return new CategoriesApi(api);
    }

    /** Returns the coupons of an order list. */
    public CouponsApi coupons(ListId list) {
        return new CouponsApi(api, list);
    }

    /** Returns the letters. */
    public LettersApi letters() {
        return new LettersApi(api);
    }

    /** Returns the global variables. */
    public GlobalsApi globals() {
        return new GlobalsApi(api);
    }

    /** Returns the CRM tasks of a list. */
    public CrmApi crm(ListId list) {
        return new CrmApi(api, list);
    }

    /** Returns the synchronisation with the call centre. */
    public VccApi vcc() {
        return new VccApi(api);
    }

    /**
     * Starts a call of an operation that has no method here. The path is a template, filled in with
     * {@link Call#path}, so that values cannot leave their place.
     *
     * @param effect what it does at the vendor: it decides whether the call is ever repeated
     * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
     * @param path such as {@code /fieldoptiondelete/{nl}/{field}/{option}}
     */
    public Call<Json> request(Effect effect, String method, String path) {
        return api.call(OpenRequest.endpoint(effect, method, path, JsonType.of(Json.class)));
    }

    /** Returns version 2 of the API. */
    public V2Api v2() {
        return new V2Api(engines.v2());
    }

    /** Returns what the calls of a month cost. */
    public CostMeter usage() {
        return meter;
    }

    /** Returns a view of this client whose calls have these options. */
    public SalesAutopilot with(CallOptions options) {
        return new SalesAutopilot(engines.with(options), store, meter);
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
        private Optional<StateStore> store = Optional.empty();
        private final CostMeter.Settings usage = new CostMeter.Settings();

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

        /** Sets another address, as of a simulator. The legacy host speaks plain http, which has to be allowed. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /** Sets where claims, checkpoints and counters are kept; in memory by default. Nodes should share one. */
        public Builder stateStore(StateStore newStore) {
            store = Optional.of(Objects.requireNonNull(newStore, "stateStore"));
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

        /** Changes how the cost of calls is counted: price, warnings, a stop. */
        public Builder usage(Consumer<CostMeter.Settings> settings) {
            settings.accept(usage);
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
            StateStore state = store.orElseGet(() -> StateStore.inMemory(config.time()));
            CostMeter meter = new CostMeter(usage, state, config.time());
            ApiClient api = ApiClient.builder(config)
                    .codec(JSON)
                    .errors(new SalesAutopilotErrors())
                    .authorizer(Authorizer.basic(user.orElse(""), secret))
                    .quirks(wire -> new VerbFallbackTransport(meter.transport(wire), verbs))
                    .build();
            V2Session session = new V2Session(config, user.orElse(""), secret, meter);
            return new SalesAutopilot(new Engines(api, session.client(), session.login()), state, meter);
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
