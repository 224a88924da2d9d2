package io.mostik.bridge.store;

import io.mostik.core.StateStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings the tables to this release by the numbered scripts of the jar, forward only, one node at a time. Each statement
 * may be executed again: H2 commits after each, so a crash can leave half a script.
 */
final class Migrations {

    private static final List<Integer> SCRIPTS = List.of(1, 2, 3, 4, 5, 6);
    private static final Object ONE_AT_A_TIME = new Object();
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int JOURNAL_LENGTH = 6;
    private static final String VERSIONS =
            "create table if not exists mb_schema_version (one integer not null primary key, version integer not null,"
                    + " journal varchar(10) not null, held_at bigint)";

    private final BridgeDatabase database;

    Migrations(BridgeDatabase database) {
        this.database = database;
    }

    void run() {
        synchronized (ONE_AT_A_TIME) {
            makeVersions();
            database.transaction("bring its tables to this release", connection -> {
                int version = Sql.find(
                                connection,
                                "select version from mb_schema_version where one = 1 for update",
                                row -> row.getInt(1))
                        .orElseThrow();
                if (version > newest()) {
                    throw new StateStoreException("the tables belong to a newer release: they have version " + version
                            + ", and this one knows " + newest());
                }
                for (int next : SCRIPTS) {
                    if (next > version) {
                        execute(connection, script(next));
                        Sql.update(connection, "update mb_schema_version set version = ? where one = 1", next);
                    }
                }
                return version;
            });
        }
    }

    private static int newest() {
        return SCRIPTS.get(SCRIPTS.size() - 1);
    }

    /** Two nodes that create the table at the same time: one fails, and finds it there. */
    private void makeVersions() {
        try {
            insertVersion();
        } catch (StateStoreException e) {
            insertVersion();
        }
    }

    private void insertVersion() {
        int unused = database.transaction("make its tables", connection -> {
            execute(connection, VERSIONS);
            return Sql.update(
                    connection,
                    "insert into mb_schema_version (one, version, journal) values (1, 0, ?) on conflict do nothing",
                    newJournal());
        });
    }

    private static String newJournal() {
        SecureRandom random = new SecureRandom();
        return Stream.generate(() -> LETTERS.charAt(random.nextInt(LETTERS.length())))
                .limit(JOURNAL_LENGTH)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static void execute(Connection connection, String script) throws SQLException {
        for (String sql : statements(script)) {
            try (var statement = connection.createStatement()) {
                boolean unused = statement.execute(sql);
            }
        }
    }

    private static List<String> statements(String script) {
        return Stream.of(script.split(";"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String script(int number) {
        try (InputStream file = Migrations.class.getResourceAsStream(number + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("script " + number + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
