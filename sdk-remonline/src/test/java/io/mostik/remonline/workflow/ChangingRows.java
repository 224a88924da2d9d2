package io.mostik.remonline.workflow;

import io.mostik.core.Page;
import io.mostik.core.test.ManualTime;
import io.mostik.remonline.common.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A vendor whose rows somebody changes, deletes or dates ahead between any two requests. Times are whole seconds, as the
 * vendor's are.
 */
final class ChangingRows implements ChangeSource<ChangingRows.Row> {

    static final Duration LATEST = Duration.ofSeconds(30);

    private final Random random;
    private final int pageSize;
    private final List<Row> rows = new ArrayList<>();
    private final ManualTime time = new ManualTime();
    private final Comparator<Row> order;
    private final boolean sorts;
    private long lastId;
    private int restlessness;
    private int deleted;
    private int ahead;

    record Row(long id, Instant modified, int version) {}

    private ChangingRows(long seed, boolean sorts, Comparator<Row> order) {
        this.sorts = sorts;
        this.order = order;
        random = new Random(seed);
        pageSize = 2 + random.nextInt(6);
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            add(time.now());
            time.advance(Duration.ofSeconds(random.nextInt(4) == 0 ? 1 : 0));
        }
    }

    /** Returns a vendor that sorts by the last change, as documented. */
    static ChangingRows sorted(long seed) {
        return new ChangingRows(seed, true, Comparator.comparing(Row::modified).thenComparing(Row::id));
    }

    /** Returns a vendor that sorts by what it likes: one of four orders, by the seed. */
    static ChangingRows unsorted(long seed) {
        List<Comparator<Row>> orders = List.of(
                Comparator.comparing(Row::id),
                Comparator.comparing(Row::id).reversed(),
                Comparator.comparing(Row::modified).reversed().thenComparing(Row::id),
                Comparator.comparing((Row row) -> Long.hashCode(row.id() * 0x9E3779B97F4A7C15L + seed)));
        return new ChangingRows(seed, false, orders.get((int) (seed % orders.size())));
    }

    ChangeKey<Row> key() {
        return new ChangeKey<>("rows", Row::id, row -> Optional.of(row.modified()), sorts);
    }

    int deleted() {
        return deleted;
    }

    int ahead() {
        return ahead;
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
    public Page<Row> fetch(TimeRange range, int page) {
        if (restlessness > 0) {
            restlessness--;
            stir();
        }
        List<Row> found = rows.stream()
                .filter(row -> !row.modified().isBefore(range.from()))
                .filter(row ->
                        range.to().filter(end -> row.modified().isAfter(end)).isEmpty())
                .sorted(order)
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
            int kind = random.nextInt(16);
            if (rows.isEmpty() || kind < 4) {
                add(random.nextBoolean() ? now : now.minusSeconds(random.nextInt((int) LATEST.toSeconds())));
            } else if (kind < 6) {
                rows.remove(random.nextInt(rows.size()));
                deleted++;
            } else if (kind < 7) {
                add(now.plusSeconds(1 + random.nextInt(3_600)));
                ahead++;
            } else {
                int at = random.nextInt(rows.size());
                Row row = rows.get(at);
                rows.set(at, new Row(row.id(), now, row.version() + 1));
            }
        }
    }

    private void add(Instant modified) {
        lastId++;
        rows.add(new Row(lastId, modified, 1));
    }
}
