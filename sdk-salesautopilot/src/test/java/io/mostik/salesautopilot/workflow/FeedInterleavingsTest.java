package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.core.once.Feed;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.subscribers.RecordQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Writes and reads of a feed in many orders, over the hour that comes twice in autumn: nothing lost, nothing doubled.
 * {@code -Dmostik.feed.interleavings=10000} for the long run.
 */
class FeedInterleavingsTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Test
    void givenAnyOrderOfWrites_whenPolling_thenNoneLostOrDoubled() {
        int interleavings = Integer.getInteger("mostik.feed.interleavings", 300);
        long records = 0;
        for (int seed = 0; seed < interleavings; seed++) {
            Interleaving interleaving = new Interleaving(seed);
            interleaving.run();
            records += interleaving.handed.size();
        }
        assertThat(records).isGreaterThan(interleavings);
    }

    /** One list and one reader, with a life of their own. */
    private static final class Interleaving {

        private final int seed;
        private final Random random;
        private final ManualTime time = new ManualTime();
        private final StateStore store = StateStore.inMemory(time);
        private final List<Row> rows = new ArrayList<>();
        private final List<Long> handed = new ArrayList<>();
        private long lastId = 100;
        private boolean quiet;

        Interleaving(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            time.set(Instant.parse("2026-10-25T00:30:00Z"));
        }

        void run() {
            RecordFeedSettings settings =
                    RecordFeedSettings.builder().chunk(1 + random.nextInt(4)).build();
            for (int life = 0; life < 2; life++) {
                Feed<ContactRecord> feed = Feed.of(store, time, "feed", new NewRecords(this::read, settings))
                        .overlap(settings.overlap());
                for (int step = 0; step < 8; step++) {
                    write();
                    if (random.nextBoolean()) {
                        feed.poll(record -> handed.add(record.id().value()));
                    }
                }
                quiet = true;
                feed.poll(record -> handed.add(record.id().value()));
                quiet = false;
            }
            Set<Long> written = rows.stream().map(Row::id).collect(Collectors.toSet());
            assertThat(Set.copyOf(handed)).as("lost, seed " + seed).isEqualTo(written);
            assertThat(handed).as("doubled, seed " + seed).hasSize(written.size());
        }

        /** A burst in one second, now and then after a pause, now and then dated a little back or far ahead. */
        private void write() {
            time.advance(Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(1_200) : random.nextInt(2)));
            int burst = random.nextInt(4) == 0 ? random.nextInt(9) : random.nextInt(3);
            for (int i = 0; i < burst; i++) {
                add();
            }
        }

        private void add() {
            LocalDateTime now = LocalDateTime.ofInstant(time.now(), BUDAPEST);
            int kind = random.nextInt(50);
            LocalDateTime date = kind == 0 ? now.plusYears(1) : kind < 5 ? now.minusSeconds(random.nextInt(240)) : now;
            lastId += 1 + random.nextInt(3);
            rows.add(new Row(lastId, SECONDS.format(date)));
        }

        /** Plays the vendor; records may come in between two chunks of one reading. */
        private List<ContactRecord> read(RecordQuery query) {
            String after = query.conditions().isEmpty()
                    ? ""
                    : query.conditions().get(0).value();
            List<ContactRecord> answer = rows.stream()
                    .filter(row -> row.subdate.compareTo(after) > 0)
                    .sorted(Comparator.comparing(Row::subdate).thenComparing(row -> row.id * 31 % 17))
                    .limit(query.limit().orElseThrow())
                    .map(Row::record)
                    .toList();
            if (!quiet && random.nextInt(3) == 0) {
                add();
            }
            return answer;
        }
    }

    /** A record of the list. */
    private record Row(long id, String subdate) {

        ContactRecord record() {
            return ContactRecord.of(Json.of(Map.of("id", Long.toString(id), "subdate", subdate)));
        }
    }
}
