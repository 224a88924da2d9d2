package io.mostik.bridge.link;

import io.mostik.bridge.Keep;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    Optional<Run> find(String run) {
        return database.read("find a run", connection -> RunTable.find(connection, run));
    }

    /** Returns the next few runs of a link in a state, behind the one with an id. */
    List<Run> next(String link, RunState state, String after) {
        return database.read("read runs", connection -> RunTable.inState(connection, link, state, after, SOME));
    }

    void forget(Instant now, Keep keep) {
        repeat(connection -> RunTable.forget(connection, now.minus(keep.bodies()), SOME));
        repeat(connection -> RunTable.delete(connection, now.minus(keep.keys()), SOME));
        boolean unused = database.transaction("forget echoes", connection -> {
            EchoTable.forgetExpired(connection, now);
            return true;
        });
    }

    private void repeat(Work<Integer> work) {
        int some;
        do {
            some = database.transaction("forget runs", work);
        } while (some == SOME);
    }
}
