package io.mostik.remonline.changes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed has come: everything before the mark has been delivered, and of the time around the mark it is known
 * which state of which row has been. Belongs to one walk.
 */
final class ChangeMemory {

    private final Map<Long, State> seen = new LinkedHashMap<>();
    private @Nullable Instant mark;
    private @Nullable Instant start;

    /** One state of a row. Times are whole seconds, so the content counts too: a row can change twice in one. */
    private record State(long modified, int content) {}

    Optional<Instant> mark() {
        return Optional.ofNullable(mark);
    }

    /** Returns from when the next look has to start; earlier than the mark, for rows that appear late. */
    Optional<Instant> start() {
        return Optional.ofNullable(start);
    }

    boolean isNew(long id, Instant modified, int content) {
        return !new State(modified.toEpochMilli(), content).equals(seen.get(id));
    }

    void delivered(long id, Instant modified, int content) {
        seen.put(id, new State(modified.toEpochMilli(), content));
    }

    /** Moves mark and start up, never down, and forgets the rows that no later look can bring again. */
    void complete(Instant newMark, Instant newStart) {
        mark = mark == null || newMark.isAfter(mark) ? newMark : mark;
        start = start == null || newStart.isAfter(start) ? newStart : start;
        long oldest = start.toEpochMilli();
        seen.values().removeIf(state -> state.modified() < oldest);
    }

    String write() {
        return text(mark) + ";" + text(start) + ";"
                + seen.entrySet().stream()
                        .map(row -> row.getKey() + ":" + row.getValue().modified() + ":"
                                + Integer.toHexString(row.getValue().content()))
                        .collect(Collectors.joining(","));
    }

    static ChangeMemory read(String text) {
        String[] parts = text.split(";", -1);
        ChangeMemory memory = new ChangeMemory();
        memory.mark = instant(parts[0]);
        memory.start = instant(parts[1]);
        for (String row : parts[2].isEmpty() ? new String[0] : parts[2].split(",", -1)) {
            String[] fields = row.split(":", -1);
            memory.seen.put(
                    Long.parseLong(fields[0]),
                    new State(Long.parseLong(fields[1]), Integer.parseUnsignedInt(fields[2], 16)));
        }
        return memory;
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : Long.toString(time.toEpochMilli());
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(text));
    }
}
