package io.mostik.bridge.link;

import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.text.SortedIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * The links that run. Each event goes through one set as a whole: another takes its place between two events, never
 * during one. Thread-safe.
 */
final class RunningSet {

    private final BridgeDatabase database;
    private final LinkCheck check;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final SortedIds feeds = new SortedIds();
    private volatile LinkSet current = LinkSet.none();

    RunningSet(BridgeDatabase database, LinkCheck check) {
        this.database = database;
        this.check = check;
    }

    LinkSet current() {
        return current;
    }

    /** Does something with the links that run, which stay the same until it is done. */
    void with(Consumer<LinkSet> work) {
        lock.readLock().lock();
        try {
            work.accept(current);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Returns what is wrong with links that are to take the place of those that run; warnings among it. */
    List<LinkProblem> problems(LinkSet next) {
        List<LinkProblem> problems = new ArrayList<>(check.check(next));
        LinkSet before = current;
        for (Link gone : before.all()) {
            if (next.find(gone.name()).isEmpty()) {
                next.all().stream()
                        .filter(link -> link.was().isEmpty()
                                && link.digest().equals(gone.digest())
                                && before.find(link.name()).isEmpty())
                        .forEach(link -> problems.add(LinkProblem.error(
                                link.line(),
                                "links." + link.name(),
                                "is " + gone.name() + " under another name: say was: " + gone.name()
                                        + ", so that keys, position and history stay with it")));
            }
        }
        return problems;
    }

    /** Puts checked links in the place of those that run, as soon as no event is under way. */
    void replace(LinkSet next, Instant now) {
        lock.writeLock().lock();
        try {
            boolean unused = database.transaction("begin links", connection -> {
                for (Link link : next.all()) {
                    if (link.was().isPresent()) {
                        LinkTable.rename(connection, link.was().get(), link.name());
                        RunTable.rename(connection, link.was().get(), link.name());
                    }
                    LinkTable.begin(connection, link.name(), feeds.next(now), now);
                }
                return true;
            });
            current = next;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
