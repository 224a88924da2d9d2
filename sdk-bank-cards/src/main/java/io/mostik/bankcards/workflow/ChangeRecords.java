package io.mostik.bankcards.workflow;

import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The requested changes with their trails. Thread-safe. */
final class ChangeRecords {

    private static final String SDK = "sdk";

    /** After so long an entry without a change is what a process left behind that died before it wrote one. */
    private static final Duration LOST = Duration.ofDays(1);

    private final StateStore store;
    private final Records<ChangeRequest> changes;
    private final Records<Open> open;

    ChangeRecords(StateStore store) {
        this.store = store;
        this.changes = Records.of(store, "cards/change/", ChangeRequest.class);
        this.open = Records.of(store, "cards/open-change/", Open.class);
    }

    /** Says that a change is not over, so that those are found without looking at all that ever were. */
    record Open(String id, Instant since) {}

    SideRecord<ChangeRequest> at(String id) {
        return changes.at(id);
    }

    /** Returns the time, as all nodes have it. */
    Instant at() {
        return store.now();
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

    /** Before the change itself, so that a crash between the two hides no change. */
    ChangeRequest add(ChangeRequest change) {
        Versioned<Open> unused = open.put(change.id(), new Open(change.id(), change.since()));
        return changes.update(change.id(), known -> known.orElse(change)).value();
    }

    /** Returns the changes that are not over, as far as this index knows. */
    List<ChangeRequest> open() {
        List<ChangeRequest> found = new ArrayList<>();
        for (Versioned<Open> entry : open.stream("").toList()) {
            Optional<ChangeRequest> change = find(entry.value().id());
            boolean isOver = change.map(known -> known.state().isOver())
                    .orElseGet(() -> entry.value().since().plus(LOST).isBefore(store.now()));
            if (isOver) {
                boolean unused = open.remove(entry.value().id(), entry.version());
            } else {
                change.ifPresent(found::add);
            }
        }
        return found;
    }

    /** Returns a change as it is now, when what waits too long has expired. */
    ChangeRequest now(ChangeRequest change) {
        return expired(change);
    }

    /**
     * Updates a change request with compare-and-set. A request that is too old to be executed is marked expired first.
     */
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

    /** Returns a change that one more person has approved: it waits on while too few have. */
    ChangeRequest approved(ChangeRequest change, String who, int needed) {
        int have = change.approvedBy().size() + 1;
        boolean isEnough = have >= needed;
        ChangeRequest.Builder next = next(
                change,
                isEnough ? State.APPROVED : State.REQUESTED,
                who,
                isEnough ? "approved" : "approved, " + have + " of " + needed);
        return next.decidedBy(who).addApprovedBy(who).build();
    }

    /** Returns a change in whose trail somebody has said something. */
    ChangeRequest said(ChangeRequest change, String who, String what) {
        ChangeRequest.Builder next = ChangeRequest.builder();
        next.from(change).addTrail(TrailDigest.next(change, store.now(), who, what));
        return next.build();
    }

    /** Moves a change in the commit of its write record. */
    void move(SideRecords sides, String id, State state, String what, UnaryOperator<ChangeRequest.Builder> further) {
        sides.get(at(id)).ifPresent(change -> sides.put(at(id), in(change, state, what, further)));
    }

    private ChangeRequest.Builder next(ChangeRequest change, State state, String who, String what) {
        Instant now = store.now();
        ChangeRequest.Builder next = ChangeRequest.builder();
        next.from(change).state(state).since(now).addTrail(TrailDigest.next(change, now, who, what));
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
