package io.mostik.core.test;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.OnceWorkflowContract.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The round trips of a write that nothing disturbs. Two points are one where neither store nor vendor had anything to do
 * between them: after a round trip and before the next one, and, for a process that dies, before a read and after it.
 *
 * @param trips how many there were
 * @param commits which of them were commits, counted from 1
 * @param requests how many requests the vendor had had before each of them, and at the end
 */
record FirstTime(int trips, List<Integer> commits, List<Integer> requests) {

    private static final int MOST_TRIPS = 200;

    /** Lets a workflow write once, and looks at it. */
    static FirstTime of(OnceWorkflowContract workflow, ManualTime time) {
        StateStore store = StateStore.inMemory(time);
        MortalStore node = MortalStore.over(store);
        List<Integer> requests = new ArrayList<>();
        try (Subject subject = workflow.open(store, time)) {
            IntStream.rangeClosed(1, MOST_TRIPS)
                    .forEach(trip -> node.at(Point.before(trip), () -> requests.add(subject.requests())));
            OnceResult<?> unused = subject.act(node);
            requests.add(subject.requests());
        }
        return new FirstTime(node.trips(), node.commits(), List.copyOf(requests));
    }

    /** Returns the points at which store and vendor together have come further: after each commit, and each look or write. */
    Stream<Point> effects() {
        return all().filter(point -> point.isAfter() ? isCommit(point.trip()) : point.trip() == 1 || isAsked(point));
    }

    /** Returns the points at which another node may find something else than this one, which knows what it has read. */
    Stream<Point> moments() {
        return all().filter(point -> point.isAfter() || point.trip() == 1 || isAsked(point));
    }

    /** Returns the points at which a failing store makes a difference: a read has no effect that could be lost. */
    Stream<Point> failures() {
        return all().filter(point -> !point.isAfter() || isCommit(point.trip()));
    }

    /** Returns the points before each commit. */
    Stream<Point> beforeCommits() {
        return commits.stream().map(Point::before);
    }

    private Stream<Point> all() {
        return IntStream.rangeClosed(1, trips)
                .boxed()
                .flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)));
    }

    private boolean isCommit(int trip) {
        return commits.contains(trip);
    }

    /** Returns whether the vendor was asked since the round trip before. */
    private boolean isAsked(Point before) {
        int trip = before.trip();
        return trip == 1 || requests.get(trip - 1) > requests.get(trip - 2);
    }
}
