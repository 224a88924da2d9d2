package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.NodeStore;
import io.mostik.core.test.NodeStore.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A feed at the moments at which it loses its lease, its consumer or its store. */
class FeedEdgesTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final NodeStore node = new NodeStore(store);
    private final List<String> delivered = new ArrayList<>();
    private final List<Instant> asked = new ArrayList<>();
    private int pages;
    private Runnable atPage = () -> {};

    private final class Pages implements FeedSource<String> {

        private final List<List<String>> all;

        Pages(List<List<String>> all) {
            this.all = all;
        }

        @Override
        public String id(String row) {
            return row;
        }

        @Override
        public Instant changedAt(String row) {
            return NINE;
        }

        @Override
        public Walk<String> from(Instant from) {
            asked.add(from);
            Iterator<List<String>> left = all.iterator();
            return new Walk<>() {
                @Override
                public boolean isDone() {
                    return !left.hasNext();
                }

                @Override
                public List<String> next() {
                    pages++;
                    atPage.run();
                    return left.next();
                }

                @Override
                public Instant completeBefore() {
                    return NINE;
                }
            };
        }
    }

    private Feed<String> feed(List<List<String>> all) {
        return Feed.of(node, time, "rows", new Pages(all)).lease(LEASE);
    }

    @Test
    void givenLeaseThatEnds_whenNobodyTakesOver_thenNoRowIsLost() {
        Feed<String> feed = feed(List.of(List.of("a", "b")));

        FeedPoll first = feed.poll(row -> {
            delivered.add(row);
            time.advance(LEASE);
        });
        FeedPoll second = feed.poll(delivered::add);

        assertThat(first).isEqualTo(new FeedPoll(1, 0, 0, FeedPoll.End.TAKEN_OVER));
        assertThat(first.isComplete()).isFalse();
        assertThat(second).isEqualTo(new FeedPoll(1, 1, 0, FeedPoll.End.COMPLETE));
        assertThat(delivered).containsExactly("a", "b");
    }

    @Test
    void givenPageOfKnownRows_whenRead_thenCostsNoTrip() {
        Feed<String> feed = feed(List.of(List.of("a"), List.of("b")));
        FeedPoll first = feed.poll(delivered::add);
        int trips = node.trips();

        FeedPoll second = feed.poll(delivered::add);

        assertThat(first.delivered()).isEqualTo(2);
        assertThat(second.known()).isEqualTo(2);
        assertThat(node.trips() - trips).isEqualTo(3);
    }

    @Test
    void givenLeaseThatEndsAtKnownRows_whenPolling_thenAsksForNoMore() {
        Feed<String> feed = feed(List.of(List.of("a"), List.of("b")));
        FeedPoll unused = feed.poll(delivered::add);
        pages = 0;
        atPage = () -> time.advance(LEASE);

        FeedPoll poll = feed.poll(delivered::add);

        assertThat(poll.end()).isEqualTo(FeedPoll.End.TAKEN_OVER);
        assertThat(pages).isEqualTo(1);
    }

    @Test
    void givenPositionMovedByAnother_whenPollEnds_thenIsNotComplete() {
        FeedPoll poll = feed(List.of(List.of("a"))).poll(row -> store.put("rows", "elsewhere"));

        assertThat(poll.end()).isEqualTo(FeedPoll.End.TAKEN_OVER);
    }

    @Test
    void givenSlowPoll_whenPollingAgain_thenLooksBackAsMuchFurther() {
        time.advance(Duration.ofHours(1));
        atPage = () -> time.advance(Duration.ofSeconds(30));
        Feed<String> feed = feed(List.of(List.of("a"))).overlap(Duration.ofMinutes(1));

        FeedPoll first = feed.poll(delivered::add);
        FeedPoll second = feed.poll(delivered::add);

        assertThat(first.isComplete() && second.isComplete()).isTrue();
        assertThat(asked.get(1)).isEqualTo(NINE.minusSeconds(90));
        assertThat(feed.upTo()).contains(NINE);
    }

    @Test
    void givenStateOfTheCaller_whenPolled_thenTellsTheResult() {
        List<String> states = new ArrayList<>();

        FeedPoll poll = feed(List.of(List.of("a"), List.of("b"))).poll(Optional.empty(), delivered::add, states::add);

        assertThat(poll).isEqualTo(new FeedPoll(2, 0, 0, FeedPoll.End.COMPLETE));
        assertThat(states).hasSize(2);
    }

    @Test
    void givenConsumerAndStoreThatFail_whenPolling_thenBothAreTold() {
        node.at(new Point(2, true), () -> {
            throw new StateStoreException("the store is away");
        });

        Throwable failure =
                catchThrowable(() -> feed(List.of(List.of("a", "b"))).poll(row -> {
                    if (row.equals("b")) {
                        throw new UnsupportedOperationException("not now");
                    }
                }));

        assertThat(failure).isInstanceOf(UnsupportedOperationException.class);
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(StateStoreException.class);
    }

    @Test
    void givenListenerThatThrows_whenPolling_thenNothingChanges() {
        List<Duration> failed = new ArrayList<>();
        Feed<String> feed = feed(List.of(List.of("a"))).listener(new FeedListener() {
            @Override
            public void polled(String key, FeedPoll poll, Duration took) {
                throw new IllegalStateException("listener");
            }

            @Override
            public void failed(String key, Throwable failure, Duration took) {
                failed.add(took);
            }
        });
        time.advance(Duration.ofHours(1));

        FeedPoll poll = feed.poll(delivered::add);
        Throwable failure = catchThrowable(() -> feed.poll(Optional.empty(), row -> {
            time.advance(Duration.ofSeconds(5));
            throw new UnsupportedOperationException(row);
        }));

        assertThat(poll.isComplete()).isTrue();
        assertThat(failure).isInstanceOf(UnsupportedOperationException.class);
        assertThat(failed).containsExactly(Duration.ofSeconds(5));
        assertThat(feed).hasToString("Feed[rows]");
    }
}
