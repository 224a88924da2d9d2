package io.mostik.core.faults;

import java.util.Set;

/**
 * What is to come of a call under a fault.
 *
 * @param seen what the caller may see
 * @param tries how often the SDK tries
 * @param read how many of these the server reads as a whole
 * @param exact whether both must be met exactly, or are upper bounds
 */
record Expected(Set<Seen> seen, int tries, int read, boolean exact) {

    /** What a caller sees: success, or the outcome of a failure. */
    enum Seen {
        SUCCESS,
        NOT_SENT,
        REJECTED,
        APPLIED,
        UNKNOWN
    }

    static Expected success() {
        return new Expected(Set.of(Seen.SUCCESS), 1, 1, true);
    }

    static Expected of(Seen seen, int tries) {
        return new Expected(Set.of(seen), tries, seen == Seen.NOT_SENT ? 0 : tries, true);
    }

    Expected unread() {
        return new Expected(seen, tries, 0, exact);
    }

    /** Where it depends on who is faster. */
    static Expected oneOf(int tries, int read, Seen... all) {
        return new Expected(Set.of(all), tries, read, false);
    }
}
