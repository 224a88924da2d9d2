package io.mostik.bridge.link;

import io.mostik.bridge.Keep;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.text.SortedIds;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds runs, and forgets old ones. Thread-safe. */
final class RunHistory {

    private static final int SOME = 200;
    private static final int MOST = 1_000;
    private static final String LAST_ID = "~";

    private final BridgeDatabase database;

    RunHistory(BridgeDatabase database) {
        this.database = database;
    }

    List<Run> newest(String link, Optional<String> before, int limit) {
        return database.read(
                "read runs",
                connection -> RunTable.newest(connection, link, before.orElse(LAST_ID), Math.min(limit, MOST)));
    }

    /** Returns the newest runs of a link that failed, by their states and not by reading all. */
    List<Run> failed(String link, int limit) {
        return database.read(
                "read runs",
                connection -> Stream.concat(
                                RunTable.newestIn(connection, link, RunState.DEAD, limit).stream(),
                                RunTable.newestIn(connection, link, RunState.INCOMPLETE, limit).stream())
                        .sorted(Comparator.comparing(Run::id).reversed())
                        .limit(limit)
                        .toList());
    }

    Optional<Run> find(String run) {
        return database.read("find a run", connection -> RunTable.find(connection, run));
    }

    /** Returns the next few runs of a link in a state, behind the one with an id. */
    List<Run> next(String link, RunState state, String after) {
        return database.read("read runs", connection -> RunTable.inState(connection, link, state, after, SOME));
    }

    void forget(Instant now, Keep keep) {
        forgetTold(SortedIds.first(now.minus(keep.bodies())));
        deleteOld(SortedIds.first(now.minus(keep.keys())));
        boolean unused = database.transaction("forget echoes", connection -> {
            EchoTable.forgetExpired(connection, now);
            return true;
        });
    }

    /** Goes along the ids, which sort by time, so that no row is read twice. */
    private void forgetTold(String before) {
        String after = "";
        List<String> some;
        do {
            String from = after;
            some = database.transaction("forget runs", connection -> {
                List<String> told = RunTable.told(connection, from, before, SOME);
                if (!told.isEmpty()) {
                    RunTable.forget(connection, told);
                }
                return told;
            });
            after = some.isEmpty() ? after : some.get(some.size() - 1);
        } while (some.size() == SOME);
    }

    private void deleteOld(String before) {
        int some;
        do {
            some = database.transaction("forget runs", connection -> RunTable.delete(connection, before, SOME));
        } while (some == SOME);
    }
}
