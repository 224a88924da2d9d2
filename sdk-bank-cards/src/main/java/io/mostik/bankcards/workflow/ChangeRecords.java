package io.mostik.bankcards.workflow;

import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The requested changes with their trails. Thread-safe. */
final class ChangeRecords {

    private static final String SDK = "sdk";

    private final StateStore store;
    private final Records<ChangeRequest> changes;

    ChangeRecords(StateStore store) {
        this.store = store;
        this.changes = Records.of(store, "cards/change/", ChangeRequest.class);
    }

    SideRecord<ChangeRequest> at(String id) {
        return changes.at(id);
    }

    Optional<ChangeRequest> find(String id) {
        return changes.find(id).map(Versioned::value);
    }

    ChangeRequest get(String id) {
        return find(id).orElseThrow(ChangeRecords::unknown);
    }

    List<ChangeRequest> all() {
        return changes.stream("").map(Versioned::value).toList();
    }

    ChangeRequest add(ChangeRequest change) {
        return changes.update(change.id(), unused -> change).value();
    }

    /** Changes a change, whoever else does at the same time; what is too old to be executed has expired before. */
    ChangeRequest update(String id, UnaryOperator<ChangeRequest> change) {
        return changes.update(id, known -> change.apply(expired(known.orElseThrow(ChangeRecords::unknown))))
                .value();
    }

    /** Ends a change that was never sent. */
    ChangeRequest fail(String id, String why, Optional<Reason> refusal) {
        return update(
                id,
                change -> change.state() == State.APPROVED
                        ? in(change, State.FAILED, why, next -> next.refusal(refusal))
                        : change);
    }

    /** Returns a change in another state, as the SDK brought it about. */
    ChangeRequest in(ChangeRequest change, State state, String what, UnaryOperator<ChangeRequest.Builder> further) {
        return further.apply(next(change, state, SDK, what)).build();
    }

    /** Returns a change as somebody has decided it. */
    ChangeRequest decided(ChangeRequest change, State state, String who, String what) {
        return next(change, state, who, what).decidedBy(who).build();
    }

    /** Moves a change in the commit of its write record. */
    void move(SideRecords sides, String id, State state, String what, UnaryOperator<ChangeRequest.Builder> further) {
        sides.get(at(id)).ifPresent(change -> sides.put(at(id), in(change, state, what, further)));
    }

    private ChangeRequest.Builder next(ChangeRequest change, State state, String who, String what) {
        Instant now = store.now();
        ChangeRequest.Builder next = ChangeRequest.builder();
        next.from(change).state(state).since(now).addTrail(new ChangeRequest.Step(now, who, what));
        return next;
    }

    /** What was begun is brought to its end, however old; only what waits can expire. */
    private ChangeRequest expired(ChangeRequest change) {
        boolean waits = change.state() == State.REQUESTED || change.state() == State.APPROVED;
        boolean isOld = !change.expiresAt().isAfter(store.now());
        return waits && isOld ? in(change, State.EXPIRED, "too old", UnaryOperator.identity()) : change;
    }

    private static NoSuchElementException unknown() {
        return new NoSuchElementException("there is no such change");
    }
}
