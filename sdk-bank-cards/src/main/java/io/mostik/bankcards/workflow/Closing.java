package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.CloseSteps.Close;
import io.mostik.core.BatchExecutor;
import io.mostik.core.StateStore;
import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.WriteState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Closes orders, whatever state they are in. Thread-safe. */
final class Closing {

    private final CardOwners owners;
    private final OrderChanges changes;
    private final OnceWrites<Grant, LimitBefore, Instant> grants;
    private final OnceWrites<Close, CloseSteps.Kept, Boolean> closes;
    private final OnceWrites<Close, CloseSteps.Kept, Boolean> parts;
    private final CloseSteps steps;
    private final StateStore store;

    Closing(CardBank bank, CardOwners owners, CardWrites writes, OrderChanges changes, StateStore store) {
        this.owners = owners;
        this.changes = changes;
        this.grants = writes.grants();
        this.closes = writes.closes();
        this.parts = writes.parts();
        this.steps = new CloseSteps(bank, owners, true, grants.kind().lease());
        this.store = store;
    }

    boolean close(Close close) {
        try {
            return tryClose(close);
        } catch (CardRefusedException e) {
            if (!e.isRetryable()) {
                return e.reason() == Reason.CLOSED || isClosedInPart(close);
            }
            if (goOn(close)) {
                return closeNow(close);
            }
            throw e;
        }
    }

    private boolean closeNow(Close close) {
        try {
            return tryClose(close);
        } catch (CardRefusedException e) {
            if (e.isRetryable()) {
                throw e;
            }
            return e.reason() == Reason.CLOSED;
        }
    }

    /** An order that was closed beside others is gone from its card as soon as the next one begins. */
    private boolean isClosedInPart(Close close) {
        return parts.state(close.order()) == WriteState.DONE
                && parts.asked(close.order())
                        .filter(known -> owners.current(known.ucid()).equals(owners.current(close.ucid())))
                        .isPresent();
    }

    /** Closes orders one by one; one that fails stops no other. */
    List<BatchExecutor.Result<Allowance, Boolean>> sweep(List<Allowance> orders) {
        List<BatchExecutor.Result<Allowance, Boolean>> results = new ArrayList<>();
        for (Allowance order : orders) {
            try {
                boolean isClosed = close(new Close(order.ucid(), order.order()));
                results.add(new BatchExecutor.Result<>(order, Optional.of(isClosed), Optional.empty()));
            } catch (RuntimeException e) {
                results.add(new BatchExecutor.Result<>(order, Optional.empty(), Optional.of(e)));
            }
        }
        return results;
    }

    private boolean tryClose(Close close) {
        OnceResult<Boolean> result;
        try {
            result = perform(close);
        } catch (CardReplacedException e) {
            return tryClose(new Close(owners.current(e.successor()), close.order()));
        } catch (KeyReuseException e) {
            Close known = e.known(Close.class).orElseThrow();
            return owners.current(known.ucid()).equals(owners.current(close.ucid())) && tryClose(known);
        }
        refuseIf(!(result instanceof OnceResult.Done<Boolean>), Reason.BUSY);
        return true;
    }

    /** A card that serves one order, as most do, is not looked at beforehand. */
    private OnceResult<Boolean> perform(Close close) {
        try {
            return closes.perform(close.order(), close);
        } catch (CloseSteps.SharedCardException e) {
            return parts.perform(close.order(), close);
        }
    }

    /** Goes on with what keeps an order from being closed. */
    private boolean goOn(Close close) {
        Optional<State> state = owners.find(close.ucid()).order(close.order()).map(Allowance::state);
        if (state.filter(State.CHANGING::equals).isPresent()) {
            changes.goOn(close.order());
            return true;
        }
        return endGrant(close);
    }

    /**
     * Ends a grant whose answer was lost, for its order is to be closed: the money is taken off the card now, and the grant
     * counts as over as soon as its request cannot arrive any more.
     */
    private boolean endGrant(Close close) {
        Optional<Allowance> open = owners.find(close.ucid())
                .order(close.order())
                .filter(one -> one.state() == State.UNKNOWN || one.state() == State.GRANTING);
        if (open.isEmpty()) {
            return false;
        }
        if (grants.state(close.order()) == WriteState.RUNNING) {
            return isDecided(close.order());
        }
        Allowance order = open.get();
        boolean isLost = order.state() == State.UNKNOWN;
        if (isLost) {
            steps.takeOff(close);
        }
        Duration settling = grants.kind().settling();
        Instant settled =
                order.at().plus(isLost ? settling : settling.plus(grants.kind().lease()));
        return !settled.isAfter(store.now()) && grants.resolve(close.order(), Optional.of(order.since()));
    }

    /** What waits for the bank's approval is open until the bank has decided: it may be in force any time. */
    private boolean isDecided(String order) {
        Optional<OnceResult<Instant>> result = grants.asked(order).map(grant -> grants.perform(order, grant));
        return result.filter(OnceResult.Done.class::isInstance).isPresent();
    }
}
