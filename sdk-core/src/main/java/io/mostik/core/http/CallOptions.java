package io.mostik.core.http;

import io.mostik.core.json.ModelStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * Settings for some calls: {@code client.with(options)} returns a cheap view of the client that has them. Immutable.
 *
 * <pre>{@code
 * CallOptions options = CallOptions.builder()
 *         .deadline(Duration.ofSeconds(5))
 *         .sendBefore(offerEndsAt)
 *         .onResult(result -> log.info("request id {}", result.requestId()))
 *         .build();
 * client.with(options).orders().get(42);
 * }</pre>
 */
@Value.Immutable
@ModelStyle
public interface CallOptions {

    /** Returns the longest time of a whole call, in place of the client's and the endpoint's. */
    Optional<Duration> deadline();

    /**
     * Returns the time by which a request must have begun to leave, by the clock of the client; none by default. Looked at
     * right before the first byte of every try, when the connection is there. A request that is late is not sent, and the call
     * ends as {@link io.mostik.core.Outcome#NOT_SENT}, unless an earlier try may have reached the vendor.
     */
    Optional<Instant> sendBefore();

    /** Returns the id under which the vendor is to find the call, where the vendor takes one. */
    Optional<String> requestId();

    /** Returns when these calls are repeated, in place of the client's policy. What must not be done twice never is. */
    Optional<RetryPolicy> retry();

    /** Returns parameters of the query that the SDK does not know, by name; they come after all others. */
    Map<String, String> extraQuery();

    /**
     * Returns properties of a JSON or form body that the SDK does not know, by name; they replace properties of the same name.
     * Calls without such a body refuse them.
     */
    Map<String, Object> extraFields();

    /**
     * Returns who is told of each call that went well: status, headers, request id, attempts. Called on the thread of the
     * call, before it returns; what it throws is logged and changes nothing.
     */
    Optional<Consumer<CallResult<?>>> onResult();

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
