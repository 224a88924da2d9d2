package io.mostik.remonline.workflow;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedSource;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The changed rows of one list as the source of a feed. Immutable and thread-safe.
 *
 * @param source where they come from
 * @param key how they are told apart
 * @param vendorClock what the vendor's clock shows, as far as it has told
 * @param time how long a request took
 * @param <T> what the rows are
 */
record ChangedRows<T>(
        ChangeSource<T> source, ChangeKey<T> key, Supplier<Optional<Instant>> vendorClock, TimeSource time)
        implements FeedSource<T> {

    @Override
    public Walk<T> from(Instant from) {
        // The older generations count milliseconds since 1970: what lies before, as an overlap may, is no number there.
        Instant first = from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from;
        return key.sorts() ? new ChangeWalk<>(this, first) : new AnyOrderWalk<>(this, first);
    }

    @Override
    public String id(T row) {
        return Long.toString(key.id().applyAsLong(row));
    }

    @Override
    public Instant changedAt(T row) {
        return key.modifiedAt().apply(row).orElseThrow(() -> unusable("a row does not say when it was changed"));
    }

    DecodingException unusable(String text) {
        return new DecodingException(text, FailureInfo.lasting(key.kind() + ".changes", Outcome.UNKNOWN, Phase.DECODE));
    }
}
