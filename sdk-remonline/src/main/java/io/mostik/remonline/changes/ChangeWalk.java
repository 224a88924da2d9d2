package io.mostik.remonline.changes;

import io.mostik.core.DecodingException;
import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Page;
import io.mostik.core.Phase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order in which pages are asked for. Numbered pages lose rows: when a row of a page already read changes, it moves
 * to the end, and the first row of the next page slips into the page already read. So always the first page is asked
 * for, from the time of the last row of the page before, that time included. Only where more than a page of rows changed
 * in the same second the pages are numbered, and walked until two walks in a row show the same rows: then none of them
 * can have slipped. Belongs to one thread.
 */
final class ChangeWalk<T> {

    private static final int MOST_PASSES = 100;

    private final ChangeSource<T> source;
    private final ChangeKey<T> key;
    private Instant bound;
    private int number = 1;
    private int passes;
    private boolean done;
    private List<Long> pass = new ArrayList<>();
    private Optional<List<Long>> passBefore = Optional.empty();

    ChangeWalk(ChangeSource<T> source, ChangeKey<T> key, Instant from) {
        this.source = source;
        this.key = key;
        this.bound = from.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns whether everything has been seen. */
    boolean isDone() {
        return done;
    }

    /** Returns the time before which everything has been seen. */
    Instant completeBefore() {
        return bound;
    }

    /** Returns the next page, to be handled before the next call. */
    List<T> next() {
        Page<T> page = source.fetch(bound, number);
        List<T> rows = page.items();
        check(rows);
        boolean lastPage = page.next().isEmpty() || rows.isEmpty();
        Instant reached = rows.isEmpty() ? bound : second(rows.get(rows.size() - 1));
        if (number == 1 && (lastPage || reached.isAfter(bound))) {
            proceed(reached, lastPage);
        } else {
            walkTheSecond(rows, lastPage || reached.isAfter(bound));
        }
        return rows;
    }

    /** Ends with the next second: the rows behind this one may have slipped while it was walked. */
    private void walkTheSecond(List<T> rows, boolean secondEnds) {
        List<Long> ids = rows.stream()
                .filter(row -> second(row).equals(bound))
                .map(key.id()::applyAsLong)
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
            throw unusable("the pages of the rows changed at " + bound + " do not come to rest, or repeat themselves");
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

    Instant modified(T row) {
        return key.modifiedAt().apply(row).orElseThrow(() -> unusable("a row does not say when it was changed"));
    }

    private Instant second(T row) {
        return modified(row).truncatedTo(ChronoUnit.SECONDS);
    }

    private void check(List<T> rows) {
        Instant before = bound;
        for (T row : rows) {
            if (modified(row).isBefore(before)) {
                throw unusable("the rows are not in the order of their last change, from the time asked for");
            }
            before = modified(row);
        }
    }

    private DecodingException unusable(String text) {
        return new DecodingException(text, Failure.lasting(key.name(), Outcome.APPLIED, Phase.DECODE));
    }
}
