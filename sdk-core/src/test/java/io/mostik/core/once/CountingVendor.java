package io.mostik.core.once;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TransportException;
import io.mostik.core.test.ProcessDeath;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** A vendor without idempotency keys that counts how often it acted. Not thread-safe. */
final class CountingVendor {

    private static final Runnable NOTHING = () -> {};

    private final Deque<VendorAct> next = new ArrayDeque<>();
    private final Consumer<String> log;
    private Runnable beforeActing = NOTHING;
    private Runnable afterActing = NOTHING;
    private Runnable afterLooking = NOTHING;
    private Optional<Duration> retryAfter = Optional.empty();
    private boolean lasting;
    private boolean blind;
    private int late;
    private int acted;
    private int requests;

    CountingVendor(Consumer<String> log) {
        this.log = log;
    }

    /** Decides what becomes of the next requests; those after them are fine. */
    void next(VendorAct... acts) {
        next.clear();
        next.addAll(Arrays.asList(acts));
    }

    /** Sets whether it cannot tell what happened. */
    void blind(boolean cannotTell) {
        blind = cannotTell;
    }

    /** Refuses for good from now on. */
    void refuseForGood() {
        lasting = true;
    }

    void retryAfter(Duration pause) {
        retryAfter = Optional.of(pause);
    }

    /** Does something inside the next call, before the vendor acts: the caller sleeps there. */
    void insideCall(Runnable event) {
        beforeActing = event;
    }

    /** Does something inside the next call, after the vendor has acted. */
    void beforeAnswer(Runnable event) {
        afterActing = event;
    }

    /** Does something after the next look, before its caller hears of it. */
    void insideReadBack(Runnable event) {
        afterLooking = event;
    }

    /** Lets nobody sleep who has not slept yet. */
    void awake() {
        insideCall(NOTHING);
        beforeAnswer(NOTHING);
        insideReadBack(NOTHING);
    }

    /** Lets the requests that are late arrive now. */
    void deliverLate() {
        if (late > 0) {
            log.accept("request arrived late");
        }
        acted += late;
        late = 0;
    }

    int acted() {
        return acted;
    }

    int requests() {
        return requests;
    }

    String act(String asked) {
        requests++;
        VendorAct act = next.isEmpty() ? VendorAct.FINE : next.remove();
        Runnable before = beforeActing;
        Runnable after = afterActing;
        beforeActing = NOTHING;
        afterActing = NOTHING;
        before.run();
        String answer = answer(act, asked);
        after.run();
        return answer;
    }

    ReadBack<String> look(String asked) {
        ReadBack<String> shown =
                blind ? ReadBack.unknown() : acted > 0 ? ReadBack.applied(asked) : ReadBack.notApplied();
        Runnable after = afterLooking;
        afterLooking = NOTHING;
        after.run();
        return shown;
    }

    private String answer(VendorAct act, String asked) {
        log.accept("vendor " + act);
        switch (act) {
            case FINE -> acted++;
            case REFUSED -> throw failure(Outcome.REJECTED);
            case LOST_BEFORE -> throw failure(Outcome.UNKNOWN);
            case LATE -> {
                late++;
                throw failure(Outcome.UNKNOWN);
            }
            case LOST_AFTER -> {
                acted++;
                throw failure(Outcome.UNKNOWN);
            }
            case BUG_AFTER -> {
                acted++;
                throw new IllegalArgumentException("a bug after the vendor acted");
            }
            case DIES_BEFORE -> throw new ProcessDeath();
            case DIES_AFTER -> {
                acted++;
                throw new ProcessDeath();
            }
        }
        return asked;
    }

    private TransportException failure(Outcome outcome) {
        FailureInfo failure = lasting
                ? FailureInfo.lasting("vendor.write", outcome, Phase.HEAD)
                : FailureInfo.temporary("vendor.write", outcome, Phase.HEAD);
        return new TransportException("spoiled", failure.withRetryAfter(retryAfter), null);
    }
}
