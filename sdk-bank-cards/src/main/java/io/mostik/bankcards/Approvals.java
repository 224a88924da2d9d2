package io.mostik.bankcards;

import io.mostik.bankcards.ChangeRequest.State;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes of cards that need a second person. The bank has no such step: whoever has the token can act at once, so the
 * gate is here. A change is executed after its approval only, only if nothing changed meanwhile, once, and is looked at
 * afterwards. All of it lies in the store: it survives a restart, and several nodes may work on it. Thread-safe.
 */
public final class Approvals {

    private final TBank bank;
    private final Records<ChangeRequest> requests;
    private final TimeSource time;
    private final Execution limits;
    private final Execution reissues;

    /** How a kind of change is brought about; each step is written down before the bank is asked for the next. */
    interface Execution {

        /** Returns the change after as many steps as can be taken now. */
        Records.Kept<ChangeRequest> advance(Records.Kept<ChangeRequest> approved);
    }

    /**
     * Creates the story.
     *
     * @param directory whose records follow a reissued card
     * @param store where changes are kept; shared by all nodes
     */
    public Approvals(TBank bank, CardDirectory directory, StateStore store, TimeSource time) {
        this.bank = Objects.requireNonNull(bank, "bank");
        this.time = Objects.requireNonNull(time, "time");
        this.requests = new Records<>(store, "cards/change/", ChangeRequest.class);
        Steps steps = new Steps(requests, time);
        this.limits = new LimitExecution(bank, steps);
        this.reissues = new ReissueExecution(bank, Objects.requireNonNull(directory, "directory"), steps);
    }

    /** Asks for another spend limit. Nothing is changed at the bank. */
    public ChangeRequest requestLimit(Ucid ucid, NewLimit limit, Demand demand) {
        return request(ucid, Optional.of(limit), demand);
    }

    /** Asks for a reissue of a virtual card. Nothing is changed at the bank. */
    public ChangeRequest requestReissue(Ucid ucid, Demand demand) {
        return request(ucid, Optional.empty(), demand);
    }

    /**
     * Who asks for a change.
     *
     * @param requester who
     * @param reason why
     * @param validFor how long it may wait for its execution
     */
    public record Demand(String requester, String reason, Duration validFor) {

        /** Refuses blanks and a time that is over. */
        public Demand {
            if (requester.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("requester and reason must not be blank");
            }
            if (validFor.isZero() || validFor.isNegative()) {
                throw new IllegalArgumentException("validFor must be positive");
            }
        }
    }

    /** Returns one change. */
    public Optional<ChangeRequest> find(String id) {
        return requests.find(id).map(Records.Kept::value);
    }

    /** Returns all changes. */
    public List<ChangeRequest> all() {
        return requests.all();
    }

    /**
     * Approves a change.
     *
     * @throws SecurityException if the approver is the requester
     * @throws IllegalStateException if it does not wait for a decision any more
     */
    public ChangeRequest approve(String id, String approver) {
        Records.Kept<ChangeRequest> kept = waiting(id);
        if (same(kept.value().requester(), approver)) {
            throw new SecurityException("nobody approves a change of his own");
        }
        return decide(kept, State.APPROVED, approver, "approved");
    }

    /**
     * Rejects a change.
     *
     * @throws IllegalStateException if it does not wait for a decision any more
     */
    public ChangeRequest reject(String id, String by, String reason) {
        return decide(waiting(id), State.REJECTED, by, "rejected: " + reason);
    }

    /**
     * Executes an approved change, or goes on with one that was begun: by this process or one that is no more. Call it
     * again until the state is {@code EXECUTED}, {@code FAILED} or {@code EXPIRED}; a reissue takes minutes.
     *
     * @throws IllegalStateException if it is not approved, or another thread or node is at it
     * @throws io.mostik.core.SdkException if the bank could not be read; the change keeps its state
     */
    public ChangeRequest execute(String id) {
        Records.Kept<ChangeRequest> kept = expireIfDue(get(id));
        State state = kept.value().state();
        if (state == State.REQUESTED || state == State.REJECTED) {
            throw new IllegalStateException("the change is not approved: " + state);
        }
        boolean over = state == State.EXECUTED || state == State.FAILED || state == State.EXPIRED;
        Execution execution = kept.value().limit().isPresent() ? limits : reissues;
        return over ? kept.value() : execution.advance(kept).value();
    }

    private ChangeRequest request(Ucid ucid, Optional<NewLimit> limit, Demand demand) {
        CardLimits now = bank.limits().get(ucid);
        ChangeRequest request = ChangeRequest.builder()
                .id(UUID.randomUUID().toString())
                .ucid(ucid)
                .limit(limit)
                .state(State.REQUESTED)
                .requester(demand.requester())
                .reason(demand.reason())
                .expiresAt(time.now().plus(demand.validFor()))
                .since(time.now())
                .spendBefore(LimitBefore.of(now.spendLimit()))
                .cashBefore(LimitBefore.of(now.cashLimit()))
                .addTrail(new ChangeRequest.Step(time.now(), demand.requester(), "requested: " + demand.reason()))
                .build();
        return requests.replace(request.id(), request, StateStore.ABSENT).value();
    }

    private Records.Kept<ChangeRequest> get(String id) {
        return requests.find(id).orElseThrow(() -> new NoSuchElementException("there is no such change"));
    }

    private Records.Kept<ChangeRequest> waiting(String id) {
        Records.Kept<ChangeRequest> kept = expireIfDue(get(id));
        if (kept.value().state() != State.REQUESTED) {
            throw new IllegalStateException(
                    "the change does not wait for a decision: " + kept.value().state());
        }
        return kept;
    }

    /** What was begun is brought to its end, however old; only what waits can expire. */
    private Records.Kept<ChangeRequest> expireIfDue(Records.Kept<ChangeRequest> kept) {
        ChangeRequest change = kept.value();
        boolean waits = change.state() == State.REQUESTED || change.state() == State.APPROVED;
        return waits && !change.expiresAt().isAfter(time.now())
                ? new Steps(requests, time).move(kept, State.EXPIRED, "too old")
                : kept;
    }

    private ChangeRequest decide(Records.Kept<ChangeRequest> kept, State state, String who, String what) {
        if (who.isBlank()) {
            throw new IllegalArgumentException("who decides must not be blank");
        }
        ChangeRequest decided = ChangeRequest.builder()
                .from(kept.value())
                .state(state)
                .since(time.now())
                .decidedBy(who)
                .addTrail(new ChangeRequest.Step(time.now(), who, what))
                .build();
        return requests.replace(decided.id(), decided, kept.version()).value();
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
