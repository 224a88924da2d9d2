package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Progress;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final List<String> delivered = new ArrayList<>();

    /** A vendor that answers with the same rows always; each is its own id. */
    private record Rows(List<String> rows) implements FeedSource<String> {

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
            return new Walk<>() {
                private boolean done;

                @Override
                public boolean isDone() {
                    return done;
                }

                @Override
                public List<String> next() {
                    done = true;
                    return rows;
                }

                @Override
                public Instant completeBefore() {
                    return NINE;
                }
            };
        }
    }

    private Feed<String> feed(List<String> rows) {
        return Feed.of(store, time, "rows", new Rows(rows));
    }

    @Test
    void givenMoreThanAPositionHolds_whenPolling_thenSaysWhatToDo() {
        List<String> rows =
                IntStream.range(0, 30_000).mapToObj(i -> "record-" + i).toList();

        assertThatThrownBy(() -> feed(rows).poll(delivered::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shorten the overlap");

        assertThat(delivered).hasSizeGreaterThan(20_000).doesNotHaveDuplicates();
        assertThat(feed(rows).state().orElseThrow()).hasSizeLessThan(1_000_000);
    }

    @Test
    void givenListener_whenPolling_thenItIsToldOfEachEnd() {
        List<String> told = new ArrayList<>();
        Feed<String> heard = feed(List.of("a", "b")).listener(new FeedListener() {
            @Override
            public void polled(String feed, FeedPoll poll, Duration took) {
                told.add(feed + " " + poll.end() + " " + poll.delivered() + " in " + took);
            }

            @Override
            public void failed(String feed, Throwable failure, Duration took) {
                told.add(feed + " failed with " + failure.getMessage());
            }
        });

        FeedPoll poll = heard.overlap(Duration.ofMinutes(3)).poll(delivered::add);
        assertThatThrownBy(() -> heard.poll(
                        Optional.empty(),
                        row -> {
                            throw new IllegalStateException("full");
                        },
                        state -> {}))
                .hasMessage("full");

        assertThat(poll.isComplete()).isTrue();
        assertThat(told).containsExactly("rows COMPLETE 2 in PT0S", "rows failed with full");
    }

    @Test
    void givenIdsOfAnyLetters_whenPollingAgain_thenTheyAreKnown() {
        List<String> rows = List.of("a:b", "a,b", "a;b", "a%3Ab", "ő", "");

        feed(rows).poll(delivered::add);
        FeedPoll again = feed(rows).poll(delivered::add);

        assertThat(again.known()).isEqualTo(6);
        assertThat(delivered).containsExactlyElementsOf(rows);
    }

    @Test
    void givenStateOfLaterRelease_whenPolling_thenDeliversNothing() {
        assertThatThrownBy(() -> feed(List.of("a")).poll(Optional.of("v2;whatever"), delivered::add))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("later");

        assertThat(delivered).isEmpty();
    }

    @Test
    void givenListener_whenPolling_thenToldOfWhatWasDelivered() {
        List<Progress> told = new ArrayList<>();
        Feed<String> feed = feed(List.of("a", "b", "c")).progress(told::add);

        FeedPoll unused = feed.poll(row -> {});

        assertThat(told).last().satisfies(end -> {
            assertThat(end.what()).isEqualTo("records");
            assertThat(end.done()).isEqualTo(3);
            assertThat(end.ended()).isTrue();
        });
    }

    @Test
    void givenListener_whenTheConsumerThrows_thenTheEndIsTold() {
        List<Progress> told = new ArrayList<>();
        Feed<String> feed =
                feed(List.of("a", "b")).overlap(Duration.ofMinutes(1)).progress(told::add);

        assertThatIllegalStateException()
                .isThrownBy(() -> feed.poll(row -> {
                    throw new IllegalStateException(row);
                }));

        assertThat(told).singleElement().satisfies(end -> {
            assertThat(end.done()).isZero();
            assertThat(end.ended()).isTrue();
        });
    }

    @Test
    void givenSince_whenPollingFirst_thenStartsThere() {
        List<Instant> asked = new ArrayList<>();
        Rows rows = new Rows(List.of());
        FeedSource<String> source = new FeedSource<>() {
            @Override
            public Walk<String> from(Instant from) {
                asked.add(from);
                return rows.from(from);
            }

            @Override
            public String id(String row) {
                return row;
            }

            @Override
            public Instant changedAt(String row) {
                return NINE;
            }
        };

        Feed.of(store, time, "rows", source).since(NINE.minusSeconds(500)).poll(delivered::add);

        assertThat(asked).containsExactly(NINE.minusSeconds(500));
    }

    @Test
    void givenNothingKept_whenForgotten_thenNextStartsAnew() {
        feed(List.of("a")).poll(delivered::add);

        boolean forgotten = feed(List.of("a")).forget();
        feed(List.of("a")).poll(delivered::add);

        assertThat(forgotten).isTrue();
        assertThat(delivered).containsExactly("a", "a");
    }

    @Test
    void givenRecordInHand_whenForgotten_thenRefuses() {
        Feed<String> feed = feed(List.of("a"));
        List<Boolean> forgotten = new ArrayList<>();

        feed.poll(row -> forgotten.add(feed.forget()));

        assertThat(forgotten).containsExactly(false);
        assertThat(feed.state()).isPresent();
    }

    @Test
    void givenWrongSettings_whenMade_thenRefuses() {
        assertThatThrownBy(() -> feed(List.of()).overlap(Duration.ofSeconds(-1)))
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> feed(List.of()).lease(Duration.ZERO)).hasMessageContaining("lease");
    }
}
