package io.mostik.datahub;

import java.util.Optional;

/**
 * A page of changes with rows that could not be read.
 *
 * @param from epoch second from which it was asked for
 * @param tries how often it was read again
 */
record UnreadPage(long from, int tries) {

    /** What the vendor does not mend within so many refreshes comes when the order changes. */
    private static final int MOST_TRIES = 10;

    /** Returns what is to be read again next time, after another try. */
    Optional<UnreadPage> after(boolean whole) {
        return whole || tries + 1 >= MOST_TRIES ? Optional.empty() : Optional.of(new UnreadPage(from, tries + 1));
    }
}
