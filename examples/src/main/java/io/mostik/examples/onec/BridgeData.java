package io.mostik.examples.onec;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The database of the bridge, in a folder that one program at a time can have open. A value that was written survives
 * the death of the program; of a power cut H2 does not promise it.
 */
public final class BridgeData implements AutoCloseable {

    private final JdbcConnectionPool connections;
    private final StateStore store;

    private BridgeData(String url, TimeSource time) {
        this.connections = JdbcConnectionPool.create(url, "", "");
        this.store = JdbcStateStore.create(connections, time);
    }

    /** Opens the database in a folder, which is made if it is missing. */
    public static BridgeData inFolder(Path folder, TimeSource time) {
        return new BridgeData("jdbc:h2:file:" + folder.toAbsolutePath().resolve("bridge") + ";WRITE_DELAY=0", time);
    }

    /** Opens a database that ends with the program, as for a first try. */
    public static BridgeData inMemory(TimeSource time) {
        return new BridgeData("jdbc:h2:mem:bridge;DB_CLOSE_DELAY=-1", time);
    }

    /** Returns the store. */
    public StateStore store() {
        return store;
    }

    /** Closes the connections, and with the last one the database. */
    @Override
    public void close() {
        connections.dispose();
    }
}
