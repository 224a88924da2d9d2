package io.mostik.remonline.workflow;

import io.mostik.core.Page;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** A vendor whose rows somebody changes between any two requests. Times are whole seconds, as the vendor's are. */
final class ChangingRows implements ChangeSource<ChangingRows.Row> {

    static final Duration LATEST = Duration.ofSeconds(30);

    private final Random random;
    private final int pageSize;
    private final List<Row> rows = new ArrayList<>();
    private final ManualTime time = new ManualTime();
    private int restlessness;

    record Row(long id, Instant modified, int version) {}

    ChangingRows(long seed) {
        random = new Random(seed);
        pageSize = 2 + random.nextInt(6);
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            add(time.now());
            time.advance(Duration.ofSeconds(random.nextInt(4) == 0 ? 1 : 0));
        }
    }

    static ChangeKey<Row> key() {
        return new ChangeKey<>("rows", Row::id, row -> Optional.of(row.modified()));
    }

    ManualTime time() {
        return time;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Lets the office work during so many requests from now on. */
    void restless(int requests) {
        restlessness = requests;
    }

    @Override
    public Page<Row> fetch(Instant from, int page) {
        if (restlessness > 0) {
            restlessness--;
            stir();
        }
        List<Row> found = rows.stream()
                .filter(row -> !row.modified().isBefore(from))
                .sorted(Comparator.comparing(Row::modified).thenComparing(Row::id))
                .toList();
        int start = Math.min((page - 1) * pageSize, found.size());
        int end = Math.min(start + pageSize, found.size());
        Optional<String> next = end < found.size() ? Optional.of(Integer.toString(page + 1)) : Optional.empty();
        return new Page<>(found.subList(start, end), next, OptionalLong.of(found.size()));
    }

    private void stir() {
        time.advance(Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(20_000) : 0));
        Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
        int changes = random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            if (rows.isEmpty() || random.nextInt(4) == 0) {
                add(random.nextBoolean() ? now : now.minusSeconds(random.nextInt((int) LATEST.toSeconds())));
            } else {
                int at = random.nextInt(rows.size());
                Row row = rows.get(at);
                rows.set(at, new Row(row.id(), now, row.version() + 1));
            }
        }
    }

    private void add(Instant modified) {
        rows.add(new Row(rows.size() + 1L, modified, 1));
    }
}
