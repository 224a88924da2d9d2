package io.mostik.core.http;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tells listener, log and flight recorder of every request that leaves. */
final class ObservedTransport implements Transport {

    private final Transport next;
    private final ListenerNotifier listening;
    private final TimeSource time;

    ObservedTransport(Transport next, ListenerNotifier listening, TimeSource time) {
        this.next = next;
        this.listening = listening;
        this.time = time;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        @Nullable ExchangeEvent event = FlightEvents.exchange();
        long start = time.nanoTime();
        try {
            ApiResponse response = next.send(request);
            FlightEvents.finish(event, request, response.status(), Optional.empty());
            tell(request, start, OptionalInt.of(response.status()), Optional.empty(), id(request, response));
            return response;
        } catch (SdkException e) {
            FlightEvents.finish(event, request, 0, Optional.of(e.outcome()));
            tell(request, start, OptionalInt.empty(), Optional.of(e.outcome()), e.requestId());
            throw e;
        }
    }

    /** Here, next to the wire, the answer does not know yet what it must hide: the request does. */
    private Optional<String> id(ApiRequest request, ApiResponse response) {
        return listening.isHeard() ? Redactor.requestId(request, response, request.secrets()) : Optional.empty();
    }

    private void tell(
            ApiRequest request, long start, OptionalInt status, Optional<Outcome> failure, Optional<String> id) {
        if (listening.isHeard()) {
            Duration took = Duration.ofNanos(time.nanoTime() - start);
            listening.exchange(
                    new CallListener.Exchange(request.operation(), request.effect(), status, took, failure, id));
        }
    }
}
