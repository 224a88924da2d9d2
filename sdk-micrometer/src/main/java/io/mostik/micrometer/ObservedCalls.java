package io.mostik.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.CallTrace;
import java.util.Set;

/** Observes the calls of one client. */
record ObservedCalls(String client, MeterRegistry meters, ObservationRegistry observations, Set<String> propagated)
        implements CallListener {

    @Override
    public CallTrace onStart(Started started) {
        CallContext context = new CallContext(client, started);
        Observation observation =
                Observation.createNotStarted(null, CallConvention.DEFAULT, () -> context, observations);
        return new ObservedCall(observation.start(), context, propagated);
    }

    @Override
    public void onExchange(Exchange exchange) {
        String status =
                exchange.status().isPresent() ? String.valueOf(exchange.status().getAsInt()) : "NONE";
        meters.timer("mostik.exchange", "client", client, "operation", exchange.operation(), "status", status)
                .record(exchange.took());
    }

    @Override
    public void onWait(Wait wait) {
        String reason = wait.reason().name();
        meters.timer("mostik.wait", "client", client, "operation", wait.operation(), "reason", reason)
                .record(wait.pause());
    }
}
