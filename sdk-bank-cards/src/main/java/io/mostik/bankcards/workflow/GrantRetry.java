package io.mostik.bankcards.workflow;

import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import java.util.function.Supplier;

/** Reads a limit again when something was spent between reading and setting it. */
final class GrantRetry {

    private static final int MOST_TRIES = 4;

    private GrantRetry() {}

    static <T> T untilUntouched(Supplier<T> write) {
        return tried(write, MOST_TRIES);
    }

    private static <T> T tried(Supplier<T> write, int triesLeft) {
        try {
            return write.get();
        } catch (LimitMovedException e) {
            if (triesLeft == 1) {
                throw new CardRefusedException(Reason.BUSY);
            }
            return tried(write, triesLeft - 1);
        }
    }
}
