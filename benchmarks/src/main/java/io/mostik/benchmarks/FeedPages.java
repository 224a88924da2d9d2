package io.mostik.benchmarks;

import io.mostik.core.once.FeedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** A source that has one page of new records at each poll, a minute apart. */
final class FeedPages implements FeedSource<Long> {

    private static final int PAGE = 50;
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private final AtomicLong read = new AtomicLong();

    @Override
    public Walk<Long> from(Instant from) {
        return new Walk<>() {

            private boolean isDone;

            @Override
            public boolean isDone() {
                return isDone;
            }

            @Override
            public List<Long> next() {
                isDone = true;
                long first = read.getAndAdd(PAGE);
                return LongStream.range(first, first + PAGE).boxed().toList();
            }

            @Override
            public Instant completeBefore() {
                return changedAt(read.get());
            }
        };
    }

    @Override
    public String id(Long row) {
        return Long.toString(row);
    }

    @Override
    public Instant changedAt(Long row) {
        return BEGIN.plus(Duration.ofMinutes(row));
    }
}
