package io.mostik.bankcards.tbank.internal;

import io.mostik.bankcards.tbank.HostKind;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The two engines of the bank under one roof: starts each call on the host where its operation lies. Thread-safe. */
public final class BankClient implements AutoCloseable {

    /** How long a whole write may last: the bank can take its time. */
    public static final Duration WRITE_DEADLINE = Duration.ofSeconds(60);

    private final ApiClient ordinary;
    private final ApiClient secured;
    private final Map<String, HostKind> overrides;
    private final Consumer<String> beforeSecured;
    private final Optional<String> requestId;
    private final Optional<Duration> deadline;

    /**
     * Creates the roof.
     *
     * @param ordinary engine of the ordinary host
     * @param secured engine of the secured host
     * @param overrides hosts by operation, where other than documented
     * @param beforeSecured is told each operation that is about to go to the secured host, and may refuse it
     */
    public BankClient(
            ApiClient ordinary, ApiClient secured, Map<String, HostKind> overrides, Consumer<String> beforeSecured) {
        this.ordinary = Objects.requireNonNull(ordinary, "ordinary");
        this.secured = Objects.requireNonNull(secured, "secured");
        this.overrides = Map.copyOf(overrides);
        this.beforeSecured = Objects.requireNonNull(beforeSecured, "beforeSecured");
        this.requestId = Optional.empty();
        this.deadline = Optional.empty();
    }

    private BankClient(BankClient original, CallOptions options) {
        this.ordinary = original.ordinary.with(options);
        this.secured = original.secured.with(options);
        this.overrides = original.overrides;
        this.beforeSecured = original.beforeSecured;
        this.requestId = options.requestId();
        this.deadline = options.deadline();
    }

    /** Starts a call. All its tries carry one {@code X-Request-Id}, which serves to find it at the bank only. */
    public <T> Call<T> call(Endpoint<T> endpoint) {
        String operation = endpoint.operation();
        HostKind host = overrides.getOrDefault(operation, Operations.hostOf(operation));
        if (host == HostKind.SECURED) {
            beforeSecured.accept(operation);
        }
        return (host == HostKind.SECURED ? secured : ordinary)
                .call(endpoint)
                .header(
                        "X-Request-Id",
                        requestId.orElseGet(() -> UUID.randomUUID().toString()));
    }

    /** Returns a view whose calls have these options. */
    public BankClient with(CallOptions options) {
        return new BankClient(this, Objects.requireNonNull(options, "options"));
    }

    /** Returns how long one call can last at most. */
    public Duration longestCall() {
        Duration configured = ordinary.config().deadline();
        return deadline.orElse(configured.compareTo(WRITE_DEADLINE) > 0 ? configured : WRITE_DEADLINE);
    }

    /** Returns the clock. */
    public TimeSource time() {
        return ordinary.config().time();
    }

    @Override
    public void close() {
        ordinary.close();
        secured.close();
    }
}
