package io.mostik.bridge.store;

import io.mostik.core.StateStoreException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that the bridge runs on: PostgreSQL from 13 on, and H2 in its PostgreSQL mode, opened by one process. */
final class Products {

    private static final int OLDEST_POSTGRES = 13;

    private Products() {}

    /** Returns whether it is PostgreSQL, which several nodes may share. */
    static boolean check(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        boolean isPostgres = switch (data.getDatabaseProductName()) {
            case "PostgreSQL" -> true;
            case "H2" -> false;
            default ->
                throw refused(
                        data.getDatabaseProductName() + " is not supported; use PostgreSQL or H2 with MODE=PostgreSQL");
        };
        if (isPostgres && data.getDatabaseMajorVersion() < OLDEST_POSTGRES) {
            throw refused("PostgreSQL must be of version " + OLDEST_POSTGRES + " or later");
        }
        if (!isPostgres) {
            checkH2(connection, data.getURL());
        }
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            throw refused("its transactions must be READ COMMITTED");
        }
        if (!connection.getAutoCommit()) {
            throw refused("its data source must give connections with auto-commit on");
        }
        return isPostgres;
    }

    /** What H2 writes in files in any order may not open after a power cut. */
    static void checkPowerSafe(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        boolean isFiles = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
        if (isFiles && !url.startsWith("jdbc:h2:" + OrderedFiles.SCHEME + ":")) {
            throw refused("a power cut may leave its file broken; take the address from H2Files.address");
        }
    }

    private static void checkH2(Connection connection, String url) throws SQLException {
        String mode = Sql.find(
                        connection,
                        "select setting_value from information_schema.settings where setting_name = 'MODE'",
                        row -> row.getString(1))
                .orElse("");
        if (!mode.equalsIgnoreCase("PostgreSQL")) {
            throw refused("H2 must be opened with MODE=PostgreSQL");
        }
        String shown = url.toLowerCase(Locale.ROOT);
        if (shown.startsWith("jdbc:h2:tcp:") || shown.startsWith("jdbc:h2:ssl:")) {
            throw refused("H2 as a server would let in several nodes; use PostgreSQL for that");
        }
    }

    private static StateStoreException refused(String why) {
        return new StateStoreException("the database cannot be the bridge's: " + why);
    }
}
