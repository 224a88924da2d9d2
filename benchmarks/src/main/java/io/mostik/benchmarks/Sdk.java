package io.mostik.benchmarks;

import io.mostik.core.Secret;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.NewOrder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** The SDK with all its safety on: repeats, limits, credentials, errors, and a listener that counts. */
final class Sdk {

    /** Paces, at a distance that nobody notices. */
    static final RateLimit NEVER_WAITS = RateLimit.perSecond(1_000_000);

    private Sdk() {}

    /** Returns a client whose limit never makes it wait. */
    static RemOnline client(String base) {
        return client(base, SdkRuntime.create(), http -> http.rateLimit(NEVER_WAITS));
    }

    static RemOnline client(String base, SdkRuntime runtime, Consumer<ClientConfig.Builder> settings) {
        return builder(base, "key", runtime, settings).build();
    }

    /** Returns the builder of a client with a credential of its own. */
    static RemOnline.Builder builder(
            String base, String key, SdkRuntime runtime, Consumer<ClientConfig.Builder> settings) {
        return RemOnline.builder()
                .apiKey(Secret.of(key))
                .baseUri(base)
                .http(http -> settings.accept(http.listener(new Counting()).runtime(runtime)));
    }

    static NewOrder newOrder() {
        return NewOrder.builder()
                .branchId(3301)
                .orderTypeId(411)
                .clientId(88001)
                .malfunction("Does not charge")
                .managerNotes("Call first")
                .build();
    }

    /** Listens. */
    private static final class Counting implements CallListener {

        private final LongAdder calls = new LongAdder();

        @Override
        public void onExchange(CallListener.Exchange exchange) {
            calls.increment();
        }
    }
}
