package io.mostik.remonline.workflow;

import io.mostik.core.Page;
import io.mostik.core.once.FeedSource;
import io.mostik.remonline.common.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which pages are asked for where the vendor may sort rows in any way. A page that is the last holds all
 * that was changed. After any other the closed range up to the latest change on it is read: whatever the order, rows can
 * only leave that range, by another change. One page of it is whole; several are read until two passes show the same
 * states, for then none can have slipped between pages. Where the vendor does sort by the last change, which saves most,
 * that is one more call for each page. Belongs to one thread.
 */
final class AnyOrderWalk<T> implements FeedSource.Walk<T> {

    private static final int MOST_PASSES = 100;
    // For lists that tell milliseconds; the others are asked to the second.
    private static final Duration REST_OF_SECOND = Duration.ofMillis(999);

    private final ChangedRows<T> rows;
    private Instant bound;
    private Optional<Instant> end = Optional.empty();
    private Set<State> shown = Set.of();
    private Optional<Instant> askedAt = Optional.empty();
    private int number = 1;
    private int passes;
    private boolean done;
    private List<State> pass = new ArrayList<>();
    private Optional<Set<State>> passBefore = Optional.empty();

    private record State(long id, Instant at) {}

    AnyOrderWalk(ChangedRows<T> rows, Instant from) {
        this.rows = rows;
        this.bound = from.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public Instant completeBefore() {
        return bound;
    }

    @Override
    public Optional<Instant> askedAt() {
        return askedAt;
    }

    @Override
    public List<T> next() {
        long began = rows.time().nanoTime();
        List<T> found = end.isEmpty() ? open() : closed();
        long took = rows.time().nanoTime() - began;
        askedAt = rows.vendorClock().get().map(now -> now.minusNanos(took));
        return latest(found);
    }

    /** A row that changed between two readings comes in its later state only: the one before may be dated ahead of it. */
    private List<T> latest(List<T> found) {
        Map<Long, T> byId = new LinkedHashMap<>();
        found.forEach(row -> byId.put(rows.key().id().applyAsLong(row), row));
        return byId.values().stream()
                .sorted(Comparator.comparing(rows::changedAt))
                .toList();
    }

    /** Reads what was changed since the bound; unless that is all, also the first page of the range that it shows. */
    private List<T> open() {
        Page<T> page = rows.source().fetch(TimeRange.since(bound), 1);
        check(page.items());
        if (page.next().isEmpty() || page.items().isEmpty()) {
            done = true;
            return page.items();
        }
        List<T> found = new ArrayList<>(page.items());
        shown = Set.copyOf(states(found));
        end = found.stream().map(this::second).max(Comparator.naturalOrder());
        number = 1;
        pass = new ArrayList<>();
        passBefore = Optional.empty();
        found.addAll(closed());
        return found;
    }

    private List<T> closed() {
        Page<T> page =
                rows.source().fetch(TimeRange.between(bound, end.orElseThrow().plus(REST_OF_SECOND)), number);
        check(page.items());
        List<State> states = states(page.items());
        boolean nothingNew = number > 1 && !states.isEmpty() && pass.containsAll(states);
        pass.addAll(states);
        if (nothingNew) {
            begin(Optional.empty());
        } else if (page.next().isPresent() && !states.isEmpty()) {
            number++;
        } else {
            passed();
        }
        return page.items();
    }

    /** A range that does not hold what was shown a moment ago may be another than was asked for. */
    private void passed() {
        Set<State> seen = new HashSet<>(pass);
        boolean isWhole = number == 1 || passBefore.filter(seen::equals).isPresent();
        if (!seen.containsAll(shown)) {
            end = Optional.empty();
            begin(Optional.empty());
        } else if (isWhole) {
            bound = end.orElseThrow().plusSeconds(1);
            end = Optional.empty();
            passes = 0;
        } else {
            begin(Optional.of(seen));
        }
    }

    private void begin(Optional<Set<State>> before) {
        passes++;
        if (passes > MOST_PASSES) {
            throw rows.unusable(
                    "the rows changed since " + bound + " do not come to rest, or the vendor ignores page or range");
        }
        passBefore = before;
        pass = new ArrayList<>();
        number = 1;
    }

    private List<State> states(List<T> found) {
        return found.stream()
                .map(row -> new State(rows.key().id().applyAsLong(row), rows.changedAt(row)))
                .toList();
    }

    private Instant second(T row) {
        return rows.changedAt(row).truncatedTo(ChronoUnit.SECONDS);
    }

    private void check(List<T> found) {
        if (found.stream().anyMatch(row -> rows.changedAt(row).isBefore(bound))) {
            throw rows.unusable("there are rows from before the time asked for: the vendor ignored it");
        }
    }
}
