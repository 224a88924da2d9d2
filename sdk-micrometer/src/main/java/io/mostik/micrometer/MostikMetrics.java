package io.mostik.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.mostik.core.http.CallListener;
import io.mostik.core.once.FeedListener;
import io.mostik.core.webhook.WebhookListener;
import io.mostik.core.webhook.WebhookMonitor;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Turns what the SDK tells its listeners into meters and spans.
 *
 * <pre>{@code
 * MostikMetrics metrics = MostikMetrics.of(meterRegistry, observationRegistry);
 * SdkRuntime runtime = SdkRuntime.builder().taskDecorator(metrics.taskDecorator()).build();
 * RemOnline remonline = RemOnline.builder()
 *         .apiKey(key)
 *         .http(http -> http.runtime(runtime).listener(metrics.calls("remonline")))
 *         .build();
 * WebhookReceiver<RemOnlineEvent> receiver = RemOnlineWebhooks.builder().secret(secret).build()
 *         .listener(metrics.webhooks());
 * }</pre>
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>Name</th><th>Is</th><th>Tags</th></tr>
 * <tr><td>{@code mostik.call}</td><td>an observation of each call, waits and repeats included: a timer, and a span where a
 *     tracer listens</td><td>{@code client operation effect outcome error}</td></tr>
 * <tr><td>{@code mostik.exchange}</td><td>a timer of each request that left</td>
 *     <td>{@code client operation status}</td></tr>
 * <tr><td>{@code mostik.wait}</td><td>a timer of waits, by their reason</td><td>{@code client operation reason}</td></tr>
 * <tr><td>{@code mostik.webhook}</td><td>a counter of incoming requests</td><td>{@code receiver result}</td></tr>
 * <tr><td>{@code mostik.webhook.silence}</td><td>the time since the last proven event</td><td>{@code receiver}</td></tr>
 * <tr><td>{@code mostik.feed.poll}</td><td>a timer of polls</td><td>{@code feed end}</td></tr>
 * <tr><td>{@code mostik.feed.records}</td><td>a counter of delivered records</td><td>{@code feed}</td></tr>
 * </table>
 *
 * <p>{@code outcome} is {@code DONE} or the {@link io.mostik.core.Outcome} of the failure. All tags are on all paths, and
 * none holds an id, an address or a value. Spans have attempts and request id besides. A span is the child of the one that is
 * current where the call is made, and its {@code traceparent} goes to the vendor with each request; baggage does not.
 *
 * <p>OpenTelemetry: give the observation registry a tracing handler of {@code micrometer-tracing-bridge-otel}. Immutable and
 * thread-safe.
 */
public final class MostikMetrics {

    private static final Set<String> TRACE_CONTEXT = Set.of("traceparent", "tracestate");

    private final MeterRegistry meters;
    private final ObservationRegistry observations;
    private final Set<String> propagated;

    private MostikMetrics(MeterRegistry meters, ObservationRegistry observations, Set<String> propagated) {
        this.meters = Objects.requireNonNull(meters, "meters");
        this.observations = Objects.requireNonNull(observations, "observations");
        this.propagated = propagated;
    }

    /** Returns metrics without spans. */
    public static MostikMetrics of(MeterRegistry meters) {
        ObservationRegistry timers = ObservationRegistry.create();
        timers.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return of(meters, timers);
    }

    /**
     * Returns metrics, and whatever the handlers of an observation registry make of calls. The timer {@code mostik.call} is
     * theirs to make: the registry needs a {@link DefaultMeterObservationHandler}, as Spring Boot's has.
     */
    public static MostikMetrics of(MeterRegistry meters, ObservationRegistry observations) {
        return new MostikMetrics(meters, observations, TRACE_CONTEXT);
    }

    /**
     * Returns these metrics sending other headers of a trace to the vendor, in lower case; {@code traceparent} and
     * {@code tracestate} by default, none for an empty list.
     */
    public MostikMetrics propagating(String... headers) {
        return new MostikMetrics(meters, observations, Set.of(headers));
    }

    /**
     * Returns the listener for a client.
     *
     * @param client the tag that tells this client from others, such as {@code remonline}; not an account's personal name
     */
    public CallListener calls(String client) {
        return new ObservedCalls(Objects.requireNonNull(client, "client"), meters, observations, propagated);
    }

    /** Returns the listener for receivers of webhooks. */
    public WebhookListener webhooks() {
        return notice -> meters.counter(
                        "mostik.webhook",
                        "receiver",
                        notice.receiver(),
                        "result",
                        notice.result().name())
                .increment();
    }

    /** Shows for how long a receiver has been sent nothing that was proven. */
    public void silence(String receiver, WebhookMonitor monitor) {
        TimeGauge.builder("mostik.webhook.silence", () -> monitor.silence().toMillis(), TimeUnit.MILLISECONDS)
                .tag("receiver", receiver)
                .register(meters);
    }

    /** Returns the listener for feeds. */
    public FeedListener feeds() {
        return new MeteredFeeds(meters);
    }

    /**
     * Returns what takes the current observation, and with it the current span, along to the threads of an
     * {@link io.mostik.core.Async}.
     */
    public UnaryOperator<Runnable> taskDecorator() {
        return task -> {
            Observation current = observations.getCurrentObservation();
            return current == null ? task : () -> current.scoped(task);
        };
    }
}
