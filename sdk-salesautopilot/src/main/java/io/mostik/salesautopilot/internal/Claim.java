package io.mostik.salesautopilot.internal;

import io.mostik.core.Failure;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets one node at a time make a write that must not happen twice, and nobody after a lost answer until the vendor must
 * be done with it: claims it in the store, looks whether it was done, and only then writes.
 *
 * @param operation named by the failure where somebody else has the claim
 * @param life how long a claim whose write may be under way is held
 */
public record Claim(StateStore store, String operation, Duration life) {

    private static final Duration SETTLING = Duration.ofMinutes(1);

    /** Returns claims that outlast a call with this deadline by a minute. */
    public static Claim outlasting(Duration deadline, StateStore store, String operation) {
        return new Claim(store, operation, deadline.plus(SETTLING));
    }

    /**
     * Writes once.
     *
     * @param key what is written
     * @param done what the vendor shows if there is nothing left to do
     * @param write makes the write
     * @param refused whether what came of it says that the vendor did nothing, so that the next try need not wait
     * @throws TransportException with {@code NOT_SENT} while an earlier try may still be under way
     */
    public <T> T once(String key, Supplier<Optional<T>> done, Supplier<T> write, Predicate<T> refused) {
        if (!store.replace(key, "", StateStore.ABSENT, Optional.of(life))) {
            return done.get().orElseThrow(this::underWay);
        }
        long version = store.find(key).map(StateStore.Entry::version).orElse(StateStore.ABSENT);
        boolean keep = false;
        try {
            Optional<T> nothingToDo = done.get();
            if (nothingToDo.isPresent()) {
                return nothingToDo.get();
            }
            keep = true;
            T result = write.get();
            keep = !refused.test(result);
            return result;
        } catch (SdkException e) {
            keep = keep && (e.outcome() == Outcome.UNKNOWN || e.outcome() == Outcome.APPLIED);
            throw e;
        } finally {
            if (!keep) {
                store.remove(key, version);
            }
        }
    }

    private TransportException underWay() {
        return new TransportException(
                "an earlier try may still be under way",
                Failure.temporary(operation, Outcome.NOT_SENT, Phase.WAIT).withRetryAfter(Optional.of(life)),
                null);
    }
}
