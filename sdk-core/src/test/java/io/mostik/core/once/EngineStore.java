package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StoreDatabase;
import io.mostik.core.TimeSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/**
 * The stores on which the suites of the engine and of the workflows run. Where no server is named, its tests are
 * skipped; {@code -Dmostik.stores=MEMORY} skips all databases. Thread-safe.
 */
public enum EngineStore {
    MEMORY("memory", Optional.empty()),
    H2("H2", Optional.of(StoreDatabase::h2InMemory)),
    POSTGRES("PostgreSQL", Optional.of(StoreDatabase::postgres)),
    MARIADB("MariaDB", Optional.of(StoreDatabase::mariaDb));

    private static final String ONLY = System.getProperty("mostik.stores", "");
    private static final Map<EngineStore, StoreDatabase.Opened> OPENED = new EnumMap<>(EngineStore.class);
    private static final Map<EngineStore, String> MISSING = new EnumMap<>(EngineStore.class);

    private final String title;
    private final Optional<Supplier<StoreDatabase>> database;

    EngineStore(String title, Optional<Supplier<StoreDatabase>> database) {
        this.title = title;
        this.database = database;
    }

    /** Returns an empty store; what the one before it held is lost. */
    public StateStore empty(TimeSource time) {
        Assumptions.assumeTrue(ONLY.isEmpty() || ONLY.equals(name()), () -> "only " + ONLY + " was asked for");
        if (database.isEmpty()) {
            return StateStore.inMemory(time);
        }
        StoreDatabase.Opened opened = opened();
        opened.clear();
        return opened.store(time);
    }

    /** Returns whether it is a database: what it adds to the store in memory is the commit, and that costs. */
    public boolean isDatabase() {
        return database.isPresent();
    }

    /** Returns the database under the stores, for rows that are not written one by one. */
    Optional<StoreDatabase.Opened> rows() {
        return database.isEmpty() ? Optional.empty() : Optional.of(opened());
    }

    private StoreDatabase.Opened opened() {
        synchronized (OPENED) {
            Assumptions.assumeFalse(MISSING.containsKey(this), () -> MISSING.get(this));
            try {
                return OPENED.computeIfAbsent(
                        this, unused -> database.orElseThrow().get().opened());
            } catch (TestAbortedException e) {
                MISSING.put(this, e.getMessage());
                throw e;
            }
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
