package io.mostik.core.http;

import io.mostik.core.Outcome;
import java.util.Optional;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Makes events for the flight recorder once somebody records. Before that not even their classes are touched: loading them
 * sets up half of the recorder, which a process that starts for one call would feel.
 */
final class FlightEvents {

    private FlightEvents() {}

    static @Nullable CallEvent call() {
        return FlightRecorder.isInitialized() ? begin(new CallEvent()) : null;
    }

    static @Nullable ExchangeEvent exchange() {
        return FlightRecorder.isInitialized() ? begin(new ExchangeEvent()) : null;
    }

    static void finish(@Nullable CallEvent event, ApiRequest request, int tries, Optional<Outcome> failure) {
        if (event != null) {
            event.finish(request, tries, failure);
        }
    }

    static void finish(@Nullable ExchangeEvent event, ApiRequest request, int status, Optional<Outcome> failure) {
        if (event != null) {
            event.finish(request, status, failure);
        }
    }

    private static CallEvent begin(CallEvent event) {
        event.begin();
        return event;
    }

    private static ExchangeEvent begin(ExchangeEvent event) {
        event.begin();
        return event;
    }
}
