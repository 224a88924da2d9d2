package io.mostik.core.http;

import io.mostik.core.json.ModelStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings for some calls: {@code client.with(options)} returns a cheap view of the client that has them. Immutable. */
@Value.Immutable
@ModelStyle
public interface CallOptions {

    /** Returns the longest time of a whole call, in place of the client's and the endpoint's. */
    Optional<Duration> deadline();

    /** Returns the id under which the vendor is to find the call, where the vendor takes one. */
    Optional<String> requestId();

    /** Refuses a deadline that is not positive. */
    @Value.Check
    default void check() {
        if (deadline()
                .filter(longest -> longest.isZero() || longest.isNegative())
                .isPresent()) {
            throw new IllegalArgumentException("deadline must be positive");
        }
    }

    /** Returns no settings. */
    static CallOptions none() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. */
    final class Builder extends ImmutableCallOptions.Builder {
        Builder() {}
    }
}
