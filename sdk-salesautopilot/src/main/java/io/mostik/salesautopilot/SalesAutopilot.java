package io.mostik.salesautopilot;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.http.Transport;
import io.mostik.core.json.JsonCodec;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.orders.OrdersApi;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
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

    private final ApiClient api;
    private final StateStore store;

    private SalesAutopilot(ApiClient api, StateStore store) {
        this.api = api;
        this.store = store;
    }

    /** Returns a builder; the key pair is yet to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the records of a list. */
    public SubscribersApi subscribers(ListId list) {
        return new SubscribersApi(api, list);
    }

    /** Returns the orders of an order list. */
    public OrdersApi orders(ListId list) {
        return new OrdersApi(api, list, store);
    }

    /** Returns a view of this client whose calls have these options. */
    public SalesAutopilot with(CallOptions options) {
        return new SalesAutopilot(api.with(options), store);
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
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

        private Builder() {}

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
            ClientConfig config = http.build();
            ApiClient api = ApiClient.builder(config)
                    .codec(JSON)
                    .errors(new SalesAutopilotErrors())
                    .authorizer(Authorizer.basic(user.orElse(""), secret))
                    .quirks(this::quirks)
                    .build();
            return new SalesAutopilot(api, store.orElseGet(() -> StateStore.inMemory(config.time())));
        }

        private Transport quirks(Transport wire) {
            return new PageRefusingTransport(new VerbFallbackTransport(wire, verbs));
        }
    }
}
