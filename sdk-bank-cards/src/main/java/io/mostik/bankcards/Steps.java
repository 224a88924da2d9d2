package io.mostik.bankcards;

import io.mostik.bankcards.ChangeRequest.State;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Writes down the steps of a change. Of two that write at once, one gets an {@link IllegalStateException}. */
final class Steps {

    /** Longer than a call to the bank can last: an execution older than this has no process any more. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private final Records<ChangeRequest> requests;
    private final TimeSource time;

    Steps(Records<ChangeRequest> requests, TimeSource time) {
        this.requests = requests;
        this.time = time;
    }

    Records.Kept<ChangeRequest> move(Records.Kept<ChangeRequest> kept, State state, String what) {
        return move(kept, state, what, UnaryOperator.identity());
    }

    Records.Kept<ChangeRequest> move(
            Records.Kept<ChangeRequest> kept, State state, String what, UnaryOperator<ChangeRequest.Builder> further) {
        ChangeRequest.Builder next = ChangeRequest.builder()
                .from(kept.value())
                .state(state)
                .since(time.now())
                .addTrail(new ChangeRequest.Step(time.now(), "sdk", what));
        ChangeRequest moved = further.apply(next).build();
        return requests.replace(moved.id(), moved, kept.version());
    }

    /** Refuses to touch what another thread or node may be doing at this moment. */
    void refuseIfUnderWay(ChangeRequest change) {
        if (change.state() == State.EXECUTING && change.since().plus(ABANDONED).isAfter(time.now())) {
            throw new IllegalStateException("another thread or node is executing the change at this moment");
        }
    }
}
