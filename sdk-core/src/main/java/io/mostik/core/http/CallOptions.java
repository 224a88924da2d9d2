package io.mostik.core.http;

import io.mostik.core.json.ModelStyle;
import io.mostik.core.json.Redacted;
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
     * Returns the time by which a request must have begun to leave, by the clock of the client; none by default. Looked
     * at right before the first byte of every try, when the connection is there. A request that is late is not sent,
     * and the call ends as {@link io.mostik.core.Outcome#NOT_SENT}, unless an earlier try may have reached the vendor.
     */
    Optional<Instant> sendBefore();

    /** Returns the id under which the vendor is to find the call, where the vendor takes one. */
    Optional<String> requestId();

    /**
     * Returns the credentials of these calls, in place of the client's, as for another account at the same vendor. Limits and
     * retry budget are those of these credentials, and are forgotten with the view that {@code with(options)} returned: keep it as
     * long as they are in use. A view of that view keeps the credentials, while its other options replace these. A vendor whose
     * generations log in differently (SalesAutopilot) takes a client of its own for another account instead.
     */
    Optional<Authorizer> authorizer();

    /** Returns when these calls are repeated, in place of the client's policy. What must not be done twice never is. */
    Optional<RetryPolicy> retry();

    /** Returns parameters of the query that the SDK does not know, by name; they come after all others. */
    @Redacted(keys = true)
    Map<String, String> extraQuery();

    /**
     * Returns properties of a JSON or form body that the SDK does not know, by name; they replace properties of the
     * same name. Calls without such a body refuse them.
     */
    @Redacted(keys = true)
    Map<String, Object> extraFields();

    /**
     * Returns who is notified of each call that succeeded: status, headers, request id, attempts. Called on the thread
     * of the call, before it returns; what it throws is logged and changes nothing.
     */
    Optional<Consumer<CallResult<?>>> onResult();

    /**
     * Returns who is notified of rows that cannot be read; none by default, and then such a row fails its list. With it
     * the lists of reads come without those rows: they are counted ({@link io.mostik.core.PartialList},
     * {@link io.mostik.core.Page#skipped}), reported here and to {@link CallListener#onSkipped} for each answer, and
     * pages go on as if they were there. A list none of whose rows can be read still fails, and so does a row with a
     * list that cannot be read whole. Called on the thread of the call; what it throws is logged and changes nothing.
     *
     * <p>For copies and reports. Where a list proves that something is <em>not</em> there, as when a workflow looks whether
     * a write has happened, a row left out looks like a row that was never made: such a look-up reads
     * {@link #withoutSkipping}.
     *
     * <pre>{@code
     * CallOptions options = CallOptions.builder()
     *         .skippingUnreadable(rows -> log.warn("{} rows of {} left out", rows.count(), rows.operation()))
     *         .build();
     * for (Order order : remonline.with(options).orders().list(query)) { ... }
     * }</pre>
     */
    Optional<Consumer<CallListener.SkippedRows>> skippingUnreadable();

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException if the deadline is not positive
     */
    @Value.Check
    default void check() {
        if (deadline()
                .filter(longest -> longest.isZero() || longest.isNegative())
                .isPresent()) {
            throw new IllegalArgumentException("deadline must be positive");
        }
    }

    /** Returns options that change nothing. */
    static CallOptions none() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts from these options, to add to what a view of a client has. */
    default Builder toBuilder() {
        Builder builder = new Builder();
        builder.from(this);
        return builder;
    }

    /** Returns these options with a row that cannot be read failing its list, as where a list proves absence. */
    default CallOptions withoutSkipping() {
        return skippingUnreadable().isEmpty()
                ? this
                : toBuilder().skippingUnreadable(Optional.empty()).build();
    }

    /** Collects the settings. */
    final class Builder extends ImmutableCallOptions.Builder {
        Builder() {}
    }
}
