package io.mostik.bankcards.tbank.internal;

import io.mostik.bankcards.tbank.HostKind;
import io.mostik.core.TimeSource;
import io.mostik.core.http.Call;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The engines of the bank's two hosts: starts each call on the host of its operation. Thread-safe. */
public final class BankClient implements AutoCloseable {

    /** How long a whole write may last: the bank can take its time. */
    public static final Duration WRITE_DEADLINE = Duration.ofSeconds(60);

    private final Supplier<Engines> engines;
    private final Map<String, HostKind> overrides;
    private final CallOptions options;
    private volatile View view;

    /**
     * Creates the roof.
     *
     * @param engines those to use at this moment; others after the credentials were replaced
     * @param overrides hosts by operation, where other than documented
     */
    public BankClient(Supplier<Engines> engines, Map<String, HostKind> overrides) {
        this(engines, overrides, CallOptions.none());
    }

    private BankClient(Supplier<Engines> engines, Map<String, HostKind> overrides, CallOptions options) {
        this.engines = Objects.requireNonNull(engines, "engines");
        this.overrides = Map.copyOf(overrides);
        this.options = Objects.requireNonNull(options, "options");
        this.view = View.of(engines.get(), options);
    }

    /** Engines, and what this client sees of them. */
    private record View(Engines engines, Engines seen) {

        static View of(Engines engines, CallOptions options) {
            return new View(engines, options.equals(CallOptions.none()) ? engines : engines.with(options));
        }
    }

    /** Starts a call. All its tries carry one {@code X-Request-Id}, which serves to find it at the bank only. */
    public <T> Call<T> call(Endpoint<T> endpoint) {
        return call(hostOf(endpoint.operation()), endpoint);
    }

    /** Returns the host to which an operation goes. */
    public HostKind hostOf(String operation) {
        return overrides.getOrDefault(operation, Operations.hostOf(operation));
    }

    /** Starts a call on a host; else as {@link #call(Endpoint)}. */
    public <T> Call<T> call(HostKind host, Endpoint<T> endpoint) {
        Engines now = now();
        if (host == HostKind.SECURED) {
            now.beforeSecured().accept(endpoint.operation());
        }
        return now.on(host)
                .call(endpoint)
                .header(
                        "X-Request-Id",
                        options.requestId().orElseGet(() -> UUID.randomUUID().toString()));
    }

    /** Returns a view whose calls have these options. */
    public BankClient with(CallOptions newOptions) {
        return new BankClient(engines, overrides, newOptions);
    }

    /** Returns the options of this view. */
    public CallOptions options() {
        return options;
    }

    /** Returns how long one call can last at most. */
    public Duration longestCall() {
        Duration configured = now().ordinary().config().deadline();
        return options.deadline().orElse(configured.compareTo(WRITE_DEADLINE) > 0 ? configured : WRITE_DEADLINE);
    }

    /** Returns the clock. */
    public TimeSource time() {
        return now().ordinary().config().time();
    }

    /** Returns when the client certificate ends, if that is known. */
    public Optional<Instant> certificateEnd() {
        return now().certificateEnd();
    }

    /** Both hosts of one call, or of one look, have the same credentials. */
    private Engines now() {
        Engines current = engines.get();
        View known = view;
        if (!known.engines().equals(current)) {
            known = View.of(current, options);
            view = known;
        }
        return known.seen();
    }

    @Override
    public void close() {
        engines.get().close();
    }
}
