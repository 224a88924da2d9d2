package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.bankcards.workflow.LimitSteps.NewSpendLimit;
import io.mostik.bankcards.workflow.ReissueSteps.Reissue;
import io.mostik.bankcards.workflow.ReplacementSteps.Replacement;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Changes of cards that need a second person. The bank has no such step: whoever has the token can act at once, so the
 * gate is here. A change is executed after its approval only, and only if the limit is still the one that the approver
 * knew; a reissue takes the limits along as they are when it is executed. It is sent once, and read back before it is sent
 * again. It waits for an open order of its card, and is refused for a card whose holder was dismissed. All of it lies in
 * the store: it survives a restart, and several nodes may work on it. From {@link CardWorkflows#approvals}. Thread-safe.
 *
 * <p>What no client can promise: a one-time limit whose request reaches the bank after its caller gave up, and after a
 * second one was sent, is filled up twice. {@link Allowances#watch} finds that when more is spent than was approved.
 */
public final class Approvals {

    private static final Set<State> OVER = Set.of(State.EXECUTED, State.FAILED, State.EXPIRED);
    private static final Set<String> WRITES = Set.of("limits.setSpend", "limits.setCash", "virtualCards.reissue");

    private final TBank bank;
    private final CardDirectory directory;
    private final ChangeRecords changes;
    private final CardWrites writes;
    private final StateStore store;

    Approvals(TBank bank, CardDirectory directory, ChangeRecords changes, CardWrites writes, StateStore store) {
        this.bank = bank;
        this.directory = directory;
        this.changes = changes;
        this.writes = writes;
        this.store = store;
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
        return changes.find(id);
    }

    /** Returns all changes. */
    public List<ChangeRequest> all() {
        return changes.all();
    }

    /**
     * Approves a change.
     *
     * @throws SecurityException if the approver is the requester
     * @throws CardRefusedException with {@code DECIDED} if it does not wait for a decision any more
     */
    public ChangeRequest approve(String id, String approver) {
        if (same(changes.get(id).requester(), approver)) {
            throw new SecurityException("nobody approves a change of his own");
        }
        return decide(id, State.APPROVED, approver, "approved");
    }

    /**
     * Rejects a change.
     *
     * @throws CardRefusedException with {@code DECIDED} if it does not wait for a decision any more
     */
    public ChangeRequest reject(String id, String by, String reason) {
        return decide(id, State.REJECTED, by, "rejected: " + reason);
    }

    /**
     * Executes an approved change, or goes on with one that was begun: by this process or one that crashed. Call it again
     * until the state is {@code EXECUTED}, {@code FAILED} or {@code EXPIRED}; a reissue takes minutes. What must not be
     * done any more has {@code FAILED} with a {@link ChangeRequest#refusal}.
     *
     * @return the change as it stands now; {@code EXECUTING} while another thread or node is at it, or a lost request may
     *     still arrive at the bank
     * @throws CardRefusedException with {@code NOT_APPROVED}; with {@code BUSY} while an order of the card is open or
     *     another change of it under way: execute it again later
     * @throws SdkException if the bank could not be read; the change goes on when it is executed again
     */
    public ChangeRequest execute(String id) {
        ChangeRequest change = changes.update(id, unchanged -> unchanged);
        refuseIf(change.state() == State.REQUESTED || change.state() == State.REJECTED, Reason.NOT_APPROVED);
        return OVER.contains(change.state()) ? change : advance(change);
    }

    private ChangeRequest advance(ChangeRequest change) {
        try {
            if (change.limit().isPresent()) {
                setLimit(change, change.limit().get());
            } else {
                reissue(change);
            }
        } catch (CardRefusedException e) {
            return refused(change, e);
        } catch (SdkException e) {
            return failed(change, e);
        }
        return changes.get(change.id());
    }

    /** What was never sent has failed; if another node has executed it meanwhile, that is no failure. */
    private ChangeRequest refused(ChangeRequest change, CardRefusedException refusal) {
        if (refusal.isRetryable()) {
            throw refusal;
        }
        ChangeRequest now =
                changes.fail(change.id(), String.valueOf(refusal.getMessage()), Optional.of(refusal.reason()));
        if (refusal.reason() == Reason.DISMISSED && now.state() != State.FAILED) {
            throw refusal;
        }
        return now;
    }

    /** What the bank refused for good has failed; what may have happened is read back when it is executed again. */
    private ChangeRequest failed(ChangeRequest change, SdkException failure) {
        if (!WRITES.contains(failure.operation())) {
            throw failure;
        }
        boolean isOver =
                failure.outcome() == Outcome.REJECTED && !failure.failure().temporary();
        return isOver
                ? changes.fail(change.id(), String.valueOf(failure.getMessage()), Optional.empty())
                : changes.get(change.id());
    }

    private void setLimit(ChangeRequest change, NewLimit limit) {
        LimitBefore known = change.spendBefore().orElseThrow();
        OnceResult<?> unused =
                writes.limits().perform(change.id(), new NewSpendLimit(change.id(), change.ucid(), limit, known));
    }

    /** The new card is put in the place of the old one as soon as it is known; both may be repeated. */
    private void reissue(ChangeRequest change) {
        OnceResult<Ucid> unused = writes.reissues().perform(change.id(), new Reissue(change.id(), change.ucid()));
        Optional<Replacement> replacement = writes.replacements().asked(change.id());
        if (replacement.isPresent()) {
            Optional<CardRecord> unusedRecord =
                    directory.reissued(change.ucid(), replacement.get().successor());
            OnceResult<Boolean> unusedEnd = writes.replacements().perform(change.id(), replacement.get());
        }
    }

    private ChangeRequest request(Ucid ucid, Optional<NewLimit> limit, Demand demand) {
        CardLimits limits = bank.limits().get(ucid);
        Instant now = store.now();
        return changes.add(ChangeRequest.builder()
                .id(UUID.randomUUID().toString())
                .ucid(ucid)
                .limit(limit)
                .state(State.REQUESTED)
                .requester(demand.requester())
                .reason(demand.reason())
                .expiresAt(now.plus(demand.validFor()))
                .since(now)
                .spendBefore(LimitBefore.of(limits.spendLimit(), now))
                .cashBefore(LimitBefore.of(limits.cashLimit(), now))
                .addTrail(new ChangeRequest.Step(now, demand.requester(), "requested: " + demand.reason()))
                .build());
    }

    private ChangeRequest decide(String id, State state, String who, String what) {
        if (who.isBlank()) {
            throw new IllegalArgumentException("who decides must not be blank");
        }
        return changes.update(id, change -> {
            refuseIf(change.state() != State.REQUESTED, Reason.DECIDED);
            return changes.decided(change, state, who, what);
        });
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
