package io.mostik.remonline.workflow;

import io.mostik.core.Page;
import io.mostik.core.once.FeedSource;
import io.mostik.remonline.common.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order in which pages are asked for where the vendor documents that it sorts by the last change. Numbered pages lose rows: when a row of a page already read changes, it moves
 * to the end, and the first row of the next page slips into the page already read. So always the first page is asked
 * for, from the time of the last row of the page before, that time included. Only where more than a page of rows changed
 * in the same second the pages are numbered, and walked until two walks in a row show the same rows: then none of them
 * can have slipped. Belongs to one thread.
 */
final class ChangeWalk<T> implements FeedSource.Walk<T> {

    private static final int MOST_PASSES = 100;

    private final ChangedRows<T> rows;
    private Instant bound;
    private Optional<Instant> askedAt = Optional.empty();
    private int number = 1;
    private int passes;
    private boolean done;
    private List<String> pass = new ArrayList<>();
    private Optional<List<String>> passBefore = Optional.empty();

    ChangeWalk(ChangedRows<T> rows, Instant from) {
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
        Page<T> page = rows.source().fetch(TimeRange.since(bound), number);
        long took = rows.time().nanoTime() - began;
        askedAt = rows.vendorClock().get().map(now -> now.minusNanos(took));
        List<T> found = page.items();
        check(found);
        boolean lastPage = page.next().isEmpty() || found.isEmpty();
        Instant reached = found.isEmpty() ? bound : second(found.get(found.size() - 1));
        if (number == 1 && (lastPage || reached.isAfter(bound))) {
            proceed(reached, lastPage);
        } else {
            walkTheSecond(found, lastPage || reached.isAfter(bound));
        }
        return found;
    }

    /** Ends with the next second: the rows behind this one may have slipped while it was walked. */
    private void walkTheSecond(List<T> found, boolean secondEnds) {
        List<String> ids = found.stream()
                .filter(row -> second(row).equals(bound))
                .map(rows::id)
                .toList();
        boolean nothingNew = !ids.isEmpty() && pass.containsAll(ids);
        pass.addAll(ids);
        if (!secondEnds && !nothingNew) {
            number++;
        } else if (!nothingNew && passBefore.filter(pass::equals).isPresent()) {
            proceed(bound.plusSeconds(1), false);
        } else {
            walkAgain();
        }
    }

    private void walkAgain() {
        passes++;
        if (passes > MOST_PASSES) {
            throw rows.unusable(
                    "the pages of the rows changed at " + bound + " do not come to rest, or repeat themselves");
        }
        passBefore = Optional.of(pass);
        pass = new ArrayList<>();
        number = 1;
    }

    private void proceed(Instant reached, boolean lastPage) {
        bound = reached;
        done = lastPage;
        number = 1;
        passes = 0;
        pass = new ArrayList<>();
        passBefore = Optional.empty();
    }

    private Instant second(T row) {
        return rows.changedAt(row).truncatedTo(ChronoUnit.SECONDS);
    }

    private void check(List<T> found) {
        Instant before = bound;
        for (T row : found) {
            Instant at = rows.changedAt(row);
            if (at.isBefore(before)) {
                throw rows.unusable("the rows are not in the order of their last change, from the time asked for");
            }
            before = at;
        }
    }
}
