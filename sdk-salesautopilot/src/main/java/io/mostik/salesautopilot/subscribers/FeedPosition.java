package io.mostik.salesautopilot.subscribers;

import io.mostik.salesautopilot.records.ContactRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a feed stands: up to when everything was handed over, and which records at or after the look-back were. Records
 * dated ahead of the clock do not move it, so that a wrong date hides nothing.
 */
final class FeedPosition {

    static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** By id, the time as seconds of the vendor's wall clock. */
    private final Map<Long, Long> seen;

    private long upTo;

    private FeedPosition(long upTo, Map<Long, Long> seen) {
        this.upTo = upTo;
        this.seen = seen;
    }

    /** Reads {@code seconds|id@seconds,id@seconds}. */
    static FeedPosition parse(String text) {
        Map<Long, Long> seen = new HashMap<>();
        int bar = text.indexOf('|');
        if (bar < 0) {
            return new FeedPosition(seconds(BEGINNING), seen);
        }
        for (String entry : text.substring(bar + 1).split(",", -1)) {
            int at = entry.indexOf('@');
            if (at > 0) {
                seen.put(Long.valueOf(entry.substring(0, at)), Long.valueOf(entry.substring(at + 1)));
            }
        }
        return new FeedPosition(Long.parseLong(text.substring(0, bar)), seen);
    }

    /** Returns the time after which to read: the last second before the look-back, since the vendor knows "after" only. */
    LocalDateTime readAfter(Duration overlap) {
        return time(after(overlap));
    }

    LocalDateTime upTo() {
        return time(upTo);
    }

    boolean isNew(ContactRecord record) {
        return !seen.containsKey(record.id().value());
    }

    void handedOver(ContactRecord record, LocalDateTime now) {
        long date = seconds(dateOf(record));
        seen.put(record.id().value(), date);
        if (date > upTo && date <= seconds(now)) {
            upTo = date;
        }
    }

    /** Forgets what no reading can bring again. */
    void forgetBefore(Duration overlap) {
        long from = after(overlap);
        if (from > seconds(BEGINNING)) {
            seen.values().removeIf(date -> date <= from);
        }
    }

    static LocalDateTime dateOf(ContactRecord record) {
        return record.subscribedAt().orElse(BEGINNING);
    }

    private long after(Duration overlap) {
        return Math.max(upTo - overlap.toSeconds() - 1, seconds(BEGINNING));
    }

    /** Wall-clock times are counted as if there were no summer time: only their order and distance matter. */
    private static long seconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    private static LocalDateTime time(long seconds) {
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return upTo + "|"
                + seen.entrySet().stream()
                        .map(entry -> entry.getKey() + "@" + entry.getValue())
                        .collect(Collectors.joining(","));
    }
}
