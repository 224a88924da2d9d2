package io.mostik.core.http;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells listener, log and flight recorder of every request that leaves. */
final class ObservedTransport implements Transport {

    private final Transport next;
    private final Listening listening;
    private final TimeSource time;

    ObservedTransport(Transport next, Listening listening, TimeSource time) {
        this.next = next;
        this.listening = listening;
        this.time = time;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ExchangeEvent event = new ExchangeEvent();
        event.begin();
        long start = time.nanoTime();
        try {
            ApiResponse response = next.send(request);
            event.finish(request, response.status(), Optional.empty());
            tell(request, start, OptionalInt.of(response.status()), Optional.empty());
            return response;
        } catch (SdkException e) {
            event.finish(request, 0, Optional.of(e.outcome()));
            tell(request, start, OptionalInt.empty(), Optional.of(e.outcome()));
            throw e;
        }
    }

    private void tell(ApiRequest request, long start, OptionalInt status, Optional<Outcome> failure) {
        if (listening.isHeard()) {
            Duration took = Duration.ofNanos(time.nanoTime() - start);
            listening.exchange(new CallListener.Exchange(request.operation(), request.effect(), status, took, failure));
        }
    }
}
