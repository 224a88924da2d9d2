package io.mostik.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.mostik.core.Async;
import io.mostik.core.test.VendorServer;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MostikTracesTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final ObservationRegistry observations = tracing(provider.get("test"));
    private final MostikMetrics metrics = MostikMetrics.of(new SimpleMeterRegistry(), observations);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void givenCallerSpan_whenCalling_thenTheCallIsItsChild() {
        vendor.answers(503, "").answers(200, "X-Request-Id", "v-9", "{}");

        try (Things things = new Things(vendor, metrics.calls("shop"))) {
            order().observe(() -> things.get());
        }

        SpanData call = span("shop things.get");
        assertThat(call.getParentSpanId()).isEqualTo(span("order").getSpanId());
        assertThat(call.getAttributes().get(AttributeKey.stringKey("outcome"))).isEqualTo("DONE");
        assertThat(call.getAttributes().get(AttributeKey.stringKey("attempts"))).isEqualTo("2");
        assertThat(call.getAttributes().get(AttributeKey.stringKey("request.id")))
                .isEqualTo("v-9");
        assertThat(vendor.received().header("traceparent")).isEqualTo(traceparent(call));
        assertThat(vendor.received().header("traceparent")).isEqualTo(traceparent(call));
    }

    @Test
    void givenFailure_whenCalling_thenTheSpanHasItsOutcomeAndEnds() {
        vendor.answers(404, "{}");

        try (Things things = new Things(vendor, metrics.calls("shop"))) {
            Throwable unused = catchThrowable(things::get);
        }

        SpanData call = span("shop things.get");
        assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call.getAttributes().get(AttributeKey.stringKey("outcome"))).isEqualTo("REJECTED");
        assertThat(observations.getCurrentObservation()).isNull();
    }

    @Test
    void givenAsync_whenOnAnotherThread_thenCallStaysInTrace() {
        vendor.answers(200, "{}");

        try (Things things = new Things(vendor, metrics.calls("shop"));
                Async async = Async.create().taskDecorator(metrics.taskDecorator())) {
            order().observe(() -> async.call(things::get).join());
        }

        assertThat(span("shop things.get").getParentSpanId())
                .isEqualTo(span("order").getSpanId());
    }

    @Test
    @SuppressWarnings("try") // the scope is there to be open, not to be used
    void givenBaggage_whenCalling_thenItStaysHere() {
        vendor.answers(200, "{}");

        try (Things things = new Things(vendor, metrics.calls("shop"));
                Scope unused = Baggage.builder().put("customer", "Anna").build().makeCurrent()) {
            things.get();
        }

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.header("baggage")).isEmpty();
        assertThat(sent.header("traceparent")).startsWith("00-");
    }

    @Test
    void givenNoPropagation_whenCalling_thenNoHeaderIsSent() {
        vendor.answers(200, "{}");

        try (Things things = new Things(vendor, metrics.propagating().calls("shop"))) {
            things.get();
        }

        assertThat(vendor.received().header("traceparent")).isEmpty();
        assertThat(span("shop things.get")).isNotNull();
    }

    private Observation order() {
        return Observation.createNotStarted("order", observations);
    }

    private SpanData span(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String traceparent(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
    }

    private static ObservationRegistry tracing(Tracer tracer) {
        OtelTracer bridge = new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {});
        ContextPropagators propagators = ContextPropagators.create(TextMapPropagator.composite(
                W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance()));
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig()
                .observationHandler(new ObservationHandler.FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(
                                bridge, new OtelPropagator(propagators, tracer)),
                        new DefaultTracingObservationHandler(bridge)));
        return registry;
    }
}
