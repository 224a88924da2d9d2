package io.mostik.bankcards.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which dismissals are looked at again, and when. Thread-safe, on several nodes too. */
final class DismissalSchedule {

    private static final List<Duration> LOOKS = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    private static final Duration RETRY = Duration.ofHours(1);

    private final Records<Entry> entries;

    DismissalSchedule(StateStore store) {
        this.entries = Records.of(store, "cards/dismissal/", Entry.class);
    }

    /**
     * A dismissal that is looked at again.
     *
     * @param since when it was recorded first
     * @param next when it is due
     */
    record Entry(String employee, String comment, Instant since, Instant next) {

        /** Returns this after a look; empty after the last one. An open dismissal is looked at again soon. */
        Optional<Entry> after(Instant now, boolean isOpen) {
            Instant planned = LOOKS.stream()
                    .map(since::plus)
                    .filter(now::isBefore)
                    .findFirst()
                    .orElse(Instant.MAX);
            Instant soon = isOpen ? now.plus(RETRY) : Instant.MAX;
            Instant at = planned.isBefore(soon) ? planned : soon;
            return at.equals(Instant.MAX) ? Optional.empty() : Optional.of(new Entry(employee, comment, since, at));
        }
    }

    /** Records a dismissal, unless it is recorded already. */
    void note(String employee, String comment, Instant now) {
        Optional<Versioned<Entry>> unused =
                entries.add(employee, new Entry(employee, comment, now, now.plus(LOOKS.get(0))));
    }

    List<Versioned<Entry>> due(Instant now) {
        return entries.stream("")
                .filter(entry -> !entry.value().next().isAfter(now))
                .toList();
    }

    /** Returns whether nobody has ended or moved a dismissal since it was read. */
    boolean isStill(Versioned<Entry> read) {
        return entries.find(read.value().employee())
                .filter(now -> now.version() == read.version())
                .isPresent();
    }

    /** Writes down that a dismissal was looked at; does nothing if somebody else was faster. */
    void looked(Versioned<Entry> read, Instant now, boolean isOpen) {
        String id = read.value().employee();
        Optional<Entry> next = read.value().after(now, isOpen);
        if (next.isPresent()) {
            Optional<Versioned<Entry>> unused = entries.write(id, next.get(), read.version());
        } else {
            boolean unused = entries.remove(id, read.version());
        }
    }

    void end(String employee) {
        for (Optional<Versioned<Entry>> known = entries.find(employee);
                known.isPresent() && !entries.remove(employee, known.get().version());
                known = entries.find(employee)) {
            // somebody has moved it meanwhile
        }
    }
}
