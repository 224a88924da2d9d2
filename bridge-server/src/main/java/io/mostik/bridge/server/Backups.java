package io.mostik.bridge.server;

import io.mostik.bridge.server.config.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Copies of an H2 database: while it runs, as a zip of its files and as a script that any release reads; each is opened and
 * counted before it counts as one. PostgreSQL has its own ways.
 */
final class Backups {

    /** How many are kept. */
    static final int KEPT = 11;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StoreSettings settings;
    private final DataSource dataSource;
    private final Supplier<Instant> now;

    Backups(StoreSettings settings, DataSource dataSource, Supplier<Instant> now) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.now = now;
    }

    /**
     * Makes a copy, checks it, and removes the oldest.
     *
     * @return the zip; the script lies beside it
     * @throws IllegalArgumentException if it is not H2 in files
     * @throws IllegalStateException if the copy could not be made, or is not whole
     */
    Path make() {
        Path folder = folder().orElseThrow(
                        () -> new IllegalArgumentException(
                                "only H2 in files is copied here; for PostgreSQL use pg_dump, and mostik-bridge hold before a restore"));
        try {
            Files.createDirectories(folder);
            Path zip = folder.resolve("bridge-" + NAME.format(now.get()) + ".zip");
            Path script = folder.resolve(zip.getFileName().toString().replace(".zip", ".sql.gz"));
            long rows;
            try (Connection connection = dataSource.getConnection()) {
                // In this order: the script may have what came later, and a check by it never misses a row of the zip.
                run(connection, "BACKUP TO ?", zip);
                run(connection, "SCRIPT SIMPLE DROP TO ? COMPRESSION GZIP", script);
                rows = count(connection);
            }
            check(zip, rows);
            removeOldest(folder);
            return zip;
        } catch (SQLException e) {
            throw new IllegalStateException("the copy could not be made (SQL state " + e.getSQLState() + ")", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the last copy was made. */
    Optional<Instant> last() {
        return folder().filter(Files::isDirectory)
                .flatMap(folder -> zips(folder).stream()
                        .map(zip -> zip.toFile().lastModified())
                        .max(Comparator.naturalOrder())
                        .map(Instant::ofEpochMilli));
    }

    Optional<Path> folder() {
        return settings.folder().map(folder -> folder.resolve("backup"));
    }

    private static void run(Connection connection, String sql, Path file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.toString());
            boolean unused = statement.execute();
        }
    }

    static long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from mb_intent");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Opens the copy in a folder of its own and counts. New rows may have come meanwhile. */
    private static void check(Path zip, long most) throws IOException {
        Path trial = Files.createTempDirectory(zip.getParent(), "check");
        try {
            long rows = unpack(zip, trial);
            if (rows > most) {
                throw new IllegalStateException("the copy has " + rows + " intents, the journal " + most);
            }
        } finally {
            Unzip.remove(trial);
        }
    }

    /**
     * Unpacks a copy into an empty folder, and returns how many intents it has.
     *
     * @throws IllegalArgumentException if the file is no copy of a journal
     */
    static long unpack(Path zip, Path folder) throws IOException {
        Unzip.into(zip, folder);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:"
                + folder.toAbsolutePath().resolve("bridge") + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;MODE=PostgreSQL")) {
            return count(connection);
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    zip.getFileName() + " is no copy of a journal, such as mostik-bridge backup makes it (SQL state "
                            + e.getSQLState() + ")",
                    e);
        }
    }

    private static void removeOldest(Path folder) throws IOException {
        List<Path> zips = zips(folder);
        for (Path zip : zips.subList(0, Math.max(0, zips.size() - KEPT))) {
            Files.delete(zip);
            boolean unused = Files.deleteIfExists(
                    folder.resolve(zip.getFileName().toString().replace(".zip", ".sql.gz")));
        }
    }

    private static List<Path> zips(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
