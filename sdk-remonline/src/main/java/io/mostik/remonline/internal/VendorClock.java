package io.mostik.remonline.internal;

import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the vendor's clock shows, as the {@code Date} of its last answer and the time since tell; never ahead of it by
 * more than the second to which it tells. Thread-safe.
 */
public final class VendorClock {

    private final TimeSource time;
    private volatile Optional<Told> told = Optional.empty();

    private record Told(Instant date, long nanos) {}

    /** Creates a clock that shows nothing before the first answer. */
    public VendorClock(TimeSource time) {
        this.time = time;
    }

    /** Returns the vendor's present time; empty while it has not told. */
    public Optional<Instant> now() {
        return told.map(last -> last.date().plus(Duration.ofNanos(time.nanoTime() - last.nanos())));
    }

    /** Returns the station of the pipeline that listens. */
    public UnaryOperator<Transport> listening() {
        return next -> request -> hear(next, request);
    }

    private ApiResponse hear(Transport next, ApiRequest request) {
        ApiResponse response = next.send(request);
        response.header("Date")
                .flatMap(VendorClock::parse)
                .ifPresent(date -> told = Optional.of(new Told(date, time.nanoTime())));
        return response;
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
