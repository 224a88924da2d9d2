package io.mostik.remonline.changes;

import java.time.Duration;
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

    /** One state of a row. Times are whole seconds, so the content counts too: a row can change twice in one. */
    private record State(long modified, int content) {}

    Optional<Instant> mark() {
        return Optional.ofNullable(mark);
    }

    boolean isNew(long id, Instant modified, int content) {
        return !new State(modified.toEpochMilli(), content).equals(seen.get(id));
    }

    void delivered(long id, Instant modified, int content) {
        seen.put(id, new State(modified.toEpochMilli(), content));
    }

    /** Moves the mark up, and forgets the rows that no later look can bring again. */
    void complete(Instant newMark, Duration overlap) {
        if (mark == null || newMark.isAfter(mark)) {
            mark = newMark;
        }
        long oldest = mark.minus(overlap).toEpochMilli();
        seen.values().removeIf(state -> state.modified() < oldest);
    }

    String write() {
        return (mark == null ? "" : Long.toString(mark.toEpochMilli())) + ";"
                + seen.entrySet().stream()
                        .map(row -> row.getKey() + ":" + row.getValue().modified() + ":"
                                + Integer.toHexString(row.getValue().content()))
                        .collect(Collectors.joining(","));
    }

    static ChangeMemory read(String text) {
        ChangeMemory memory = new ChangeMemory();
        int end = text.indexOf(';');
        if (end > 0) {
            memory.mark = Instant.ofEpochMilli(Long.parseLong(text.substring(0, end)));
        }
        String rows = text.substring(end + 1);
        for (String row : rows.isEmpty() ? new String[0] : rows.split(",", -1)) {
            String[] parts = row.split(":", -1);
            memory.seen.put(
                    Long.parseLong(parts[0]),
                    new State(Long.parseLong(parts[1]), Integer.parseUnsignedInt(parts[2], 16)));
        }
        return memory;
    }
}
