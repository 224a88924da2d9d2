package io.mostik.core.once;

import io.mostik.core.StateStoreException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed has come, as {@code upTo;from;id:time:digest,…} with times in milliseconds: everything before
 * {@code upTo} was delivered, the next walk starts at {@code from}, and of the time since then it is known which state of
 * which record was delivered. Belongs to one poll.
 */
final class FeedState {

    static final int MOST_CHARACTERS = 1_000_000;

    private static final int PARTS = 3;
    private static final int OVERHEAD = 20;

    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private @Nullable Instant upTo;
    private @Nullable Instant from;
    private long size;

    private record Seen(long at, String digest) {}

    /** Returns up to when everything was delivered. */
    Optional<Instant> upTo() {
        return Optional.ofNullable(upTo);
    }

    /** Returns from when the next walk has to start: earlier, for records that appear late. */
    Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    boolean isNew(String id, Instant at, String digest) {
        return !new Seen(at.toEpochMilli(), digest).equals(seen.get(id));
    }

    /** Returns whether one more record can be remembered. */
    boolean hasRoom(String id, String digest) {
        return size + size(id, digest) <= MOST_CHARACTERS;
    }

    void delivered(String id, Instant at, String digest) {
        Seen before = seen.put(id, new Seen(at.toEpochMilli(), digest));
        size += size(id, digest) - (before == null ? 0 : size(id, before.digest()));
    }

    /**
     * Moves both times up, never down, and forgets the records that no later walk can bring again.
     *
     * @return whether it moved any
     */
    boolean complete(Instant newUpTo, Instant newFrom) {
        Instant before = upTo;
        Instant fromBefore = from;
        upTo = later(upTo, newUpTo);
        from = later(from, newFrom.truncatedTo(ChronoUnit.SECONDS));
        long oldest = from.toEpochMilli();
        seen.values().removeIf(each -> each.at() < oldest);
        size = seen.entrySet().stream()
                .mapToLong(each -> size(each.getKey(), each.getValue().digest()))
                .sum();
        return !upTo.equals(before) || !from.equals(fromBefore);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static long size(String id, String digest) {
        return (long) escaped(id).length() + escaped(digest).length() + OVERHEAD;
    }

    String text() {
        return text(upTo) + ";" + text(from) + ";"
                + seen.entrySet().stream()
                        .map(each -> escaped(each.getKey()) + ":"
                                + each.getValue().at() + ":"
                                + escaped(each.getValue().digest()))
                        .collect(Collectors.joining(","));
    }

    /**
     * Reads a state.
     *
     * @throws StateStoreException if it is none, or written by a later release: nothing is read from the start instead
     */
    static FeedState parse(String text) {
        String[] parts = text.split(";", -1);
        FeedState state = new FeedState();
        try {
            if (parts.length != PARTS) {
                throw new IllegalArgumentException("a state has " + PARTS + " parts");
            }
            state.upTo = instant(parts[0]);
            state.from = instant(parts[1]);
            for (String row : parts[2].isEmpty() ? new String[0] : parts[2].split(",", -1)) {
                state.read(row.split(":", -1));
            }
        } catch (IllegalArgumentException e) {
            throw new StateStoreException("this is no state of a feed, or one of a later release", e);
        }
        return state;
    }

    private void read(String[] fields) {
        if (fields.length != PARTS) {
            throw new IllegalArgumentException("a record has " + PARTS + " parts");
        }
        delivered(plain(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1])), plain(fields[2]));
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : Long.toString(time.toEpochMilli());
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(text));
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace(":", "%3A").replace(",", "%2C").replace(";", "%3B");
    }

    private static String plain(String text) {
        return text.replace("%3B", ";").replace("%2C", ",").replace("%3A", ":").replace("%25", "%");
    }
}
