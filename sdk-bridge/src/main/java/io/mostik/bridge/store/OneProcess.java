package io.mostik.bridge.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The databases that a bridge of this process works on alone; other processes are kept out by H2's own lock of the file. */
final class OneProcess {

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    private OneProcess() {}

    /**
     * Takes a database.
     *
     * @throws IllegalStateException if another bridge of this process works on it
     */
    static void take(String url) {
        if (!TAKEN.add(url)) {
            throw new IllegalStateException(
                    "another bridge of this process works on this database;" + " several nodes need PostgreSQL");
        }
    }

    static void free(String url) {
        TAKEN.remove(url);
    }
}
