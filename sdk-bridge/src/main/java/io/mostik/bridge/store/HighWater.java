package io.mostik.bridge.store;

import io.mostik.bridge.Keep;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far the journal was when this node last looked, in a file beside the program and not in the database: a journal that
 * is found to be less far was put back from a copy. What is written was in the journal one heartbeat before, so that it is
 * on the disk whatever the file system does. Thread-safe.
 */
public final class HighWater {

    private static final System.Logger LOG = System.getLogger("io.mostik.bridge");
    private static final String READ = "select s.journal, s.released_at,"
            + " (select max(number) from mb_decision) decisions,"
            + " (select sum(last_event) from mb_base) events,"
            + " i.id intent, i.accepted_at from mb_schema_version s"
            + " left join mb_intent i on i.id = (select max(id) from mb_intent) where s.one = 1";

    private final BridgeDatabase database;
    private final Path file;
    private final TimeSource time;
    private final Keep keep;
    private Optional<Level> last = Optional.empty();
    private Optional<Level> written = Optional.empty();

    /** Creates the mark of a node; nothing is read or written yet. */
    public HighWater(BridgeDatabase database, Path file, TimeSource time, Keep keep) {
        this.database = database;
        this.file = file;
        this.time = time;
        this.keep = keep;
    }

    /**
     * How far a journal is.
     *
     * @param journal its id
     * @param at when that was seen
     * @param decisions the number of the last decision
     * @param events the last numbers of all bases together
     * @param intent the id of the last intent; empty text if there is none
     * @param acceptedAt when that was accepted
     */
    private record Level(String journal, Instant at, long decisions, long events, String intent, Instant acceptedAt) {

        boolean isSame(Level other) {
            return journal.equals(other.journal)
                    && decisions == other.decisions
                    && events == other.events
                    && intent.equals(other.intent);
        }
    }

    /** How far a journal is, and when somebody last said what it lacks. */
    private record Found(Level level, Optional<Instant> releasedAt) {}

    /**
     * Looks how far the journal is, and writes down what was seen the last time.
     *
     * @return why the journal is taken for one that was put back from a copy; empty if it is not
     */
    public synchronized Optional<String> look() {
        Found found = find();
        Optional<String> why = behind(found);
        if (why.isEmpty()) {
            last.ifPresent(this::note);
            last = Optional.of(found.level());
        }
        return why;
    }

    /** Writes down how far the journal is now, unless it is behind; for after a release, and for the end. */
    public synchronized void close() {
        Found found = find();
        if (behind(found).isEmpty()) {
            last = Optional.of(found.level());
            note(found.level());
        }
    }

    private Optional<String> behind(Found found) {
        return written.or(this::read)
                .filter(mark -> !isReleasedSince(found, mark))
                .flatMap(mark -> difference(mark, found.level()));
    }

    private void note(Level level) {
        if (written.filter(level::isSame).isPresent()) {
            return;
        }
        try {
            write(level);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the mark of the journal could not be written", e);
        }
    }

    private Optional<String> difference(Level mark, Level found) {
        if (!mark.journal().equals(found.journal())) {
            return Optional.of("the journal is " + found.journal() + ", and this node knows " + mark.journal());
        }
        boolean mayBeForgotten = !mark.acceptedAt().plus(keep.keys()).isAfter(time.now());
        boolean isBehind = found.decisions() < mark.decisions()
                || found.events() < mark.events()
                || (!mayBeForgotten && found.intent().compareTo(mark.intent()) < 0);
        return isBehind
                ? Optional.of("the journal was put back from a copy: on " + mark.at()
                        + " this node saw it further than it is now")
                : Optional.empty();
    }

    private static boolean isReleasedSince(Found found, Level mark) {
        return found.releasedAt().filter(mark.at()::isBefore).isPresent();
    }

    private Found find() {
        return database.read("see how far it is", this::find);
    }

    private Found find(Connection connection) throws SQLException {
        Instant now = Instant.ofEpochMilli(time.now().toEpochMilli());
        return Sql.find(
                        connection,
                        READ,
                        row -> new Found(
                                new Level(
                                        row.getString("journal"),
                                        now,
                                        row.getLong("decisions"),
                                        row.getLong("events"),
                                        Optional.ofNullable(row.getString("intent"))
                                                .orElse(""),
                                        Instant.ofEpochMilli(row.getLong("accepted_at"))),
                                Sql.instant(row, "released_at")))
                .orElseThrow();
    }

    /** A file that cannot be read is as none: it is in one piece or not there, since it is moved into its place. */
    private Optional<Level> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Json json = StoredJson.read(Files.readString(file, StandardCharsets.UTF_8));
            Level level = new Level(
                    json.get("journal").text().orElseThrow(),
                    Instant.parse(json.get("at").text().orElseThrow()),
                    json.get("decisions").wholeNumber().orElseThrow(),
                    json.get("events").wholeNumber().orElseThrow(),
                    json.get("intent").text().orElseThrow(),
                    Instant.parse(json.get("accepted_at").text().orElseThrow()));
            written = Optional.of(level);
            return written;
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the mark of the journal cannot be read: {0}", file.getFileName());
            return Optional.empty();
        }
    }

    private void write(Level level) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("journal", level.journal());
        values.put("at", level.at().toString());
        values.put("decisions", level.decisions());
        values.put("events", level.events());
        values.put("intent", level.intent());
        values.put("accepted_at", level.acceptedAt().toString());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap(StoredJson.write(values).getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                int unused = channel.write(text);
            }
            channel.force(true);
        }
        Path unused = Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        written = Optional.of(level);
    }
}
