package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.bankcards.workflow.ReissueSteps.CardBefore;
import io.mostik.bankcards.workflow.ReissueSteps.Reissue;
import io.mostik.core.Outcome;
import io.mostik.core.StateStore;
import io.mostik.core.once.Before;
import io.mostik.core.once.Move;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.WriteState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reissues a virtual card: a job of the bank that takes minutes. The result is the new card; before it is written down,
 * {@link ReplacementSteps} is planned, which puts the new card in the place of the old one.
 */
final class ReissueSteps implements OnceSteps<Reissue, CardBefore, Ucid> {

    /** The bank says that a new card is there within five minutes, as a rule; one that is not there after an hour is not coming. */
    static final Duration SETTLING = Duration.ofHours(1);

    private static final Set<CardStatus> THERE = Set.of(CardStatus.NORM, CardStatus.BLOCKED);

    private final CardBank bank;
    private final CardOwners owners;
    private final ChangeRecords changes;
    private final OnceWrites<ReplacementSteps.Replacement, ?, ?> replacements;
    private final StateStore store;

    ReissueSteps(
            CardBank bank,
            CardOwners owners,
            ChangeRecords changes,
            OnceWrites<ReplacementSteps.Replacement, ?, ?> replacements,
            StateStore store) {
        this.bank = bank;
        this.owners = owners;
        this.changes = changes;
        this.replacements = replacements;
        this.store = store;
    }

    /** The card to replace. */
    record Reissue(String change, Ucid ucid) {}

    /** The limits of the card when it is sent, and all cards of its account. */
    record CardBefore(List<Ucid> known, LimitBefore spend, Optional<LimitBefore> cash) {}

    @Override
    public List<SideRecord<?>> sideRecords(Reissue asked) {
        return List.of(owners.at(asked.ucid()), changes.at(asked.change()));
    }

    @Override
    public void admit(Reissue asked, WriteState state, SideRecords sides) {
        if (state == WriteState.NONE) {
            CardBank.Reissuing unused = reissuing();
            Offers.needAtOnce(bank);
            CardOwner owner = owners.in(sides, asked.ucid());
            refuseIf(owner.dismissedAt().isPresent(), Reason.DISMISSED);
            refuseIf(owner.successor().isPresent(), Reason.CHANGED);
            owner.requireNoChange(asked.change());
            owner.requireNoOrder(order -> order.state() == Allowance.State.GRANTED);
            State change = sides.get(changes.at(asked.change())).orElseThrow().state();
            refuseIf(change != State.APPROVED, Reason.NOT_APPROVED);
        }
    }

    /** Reads the limits again: money that was taken away since the reissue was asked for does not come back with it. */
    @Override
    public Before<CardBefore, Ucid> before(Reissue asked) {
        Card old = bank.card(asked.ucid());
        refuseIf(old.status().filter(CardStatus.CLOSED::equals).isPresent(), Reason.CHANGED);
        List<Ucid> known = sameAccount(old).map(Card::ucid).toList();
        Instant now = store.now();
        CardLimits limits = bank.limits(asked.ucid());
        return Before.state(new CardBefore(
                known,
                LimitBefore.of(limits.spendLimit(), now),
                limits.cashLimit().map(limit -> LimitBefore.of(limit, now))));
    }

    @Override
    public Sent<Ucid> send(Reissue asked, Optional<CardBefore> before) {
        return Sent.started(reissuing().begin(asked.ucid()));
    }

    /** An answer that was lost after success leaves no id of the job, so it is read back too. */
    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        Outcome outcome = OnceSteps.super.outcomeOf(failure);
        return outcome == Outcome.APPLIED ? Outcome.UNKNOWN : outcome;
    }

    @Override
    public ReadBack<Ucid> poll(Reissue asked, String correlationId) {
        CardBank.Reissuing.Progress progress = reissuing().progress(correlationId);
        return switch (progress.state()) {
            case RUNNING -> ReadBack.unknown();
            case MADE -> made(asked, progress.successor().orElse(asked.ucid()));
            case FAILED -> ReadBack.notApplied();
            case FORGOTTEN -> forgotten(asked);
        };
    }

    /** A bank that names the old card as the new one has not said which card is new. */
    private ReadBack<Ucid> made(Reissue asked, Ucid successor) {
        return successor.equals(asked.ucid()) ? forgotten(asked) : found(asked, successor);
    }

    @Override
    public ReadBack<Ucid> readBack(Reissue asked, Optional<CardBefore> before) {
        return search(asked);
    }

    @Override
    public void moved(Move<Reissue, CardBefore, Ucid> move, SideRecords sides) {
        Reissue asked = move.asked();
        switch (move.to()) {
            case SENDING -> {
                CardBefore before = move.before().orElseThrow();
                tell(
                        sides,
                        asked,
                        State.EXECUTING,
                        "sending",
                        next -> next.known(before.known())
                                .spendBefore(before.spend())
                                .cashBefore(before.cash()));
                CardChange begun = CardChange.reissue(asked.change(), move.at());
                sides.put(
                        owners.at(asked.ucid()), owners.in(sides, asked.ucid()).beginning(begun));
            }
            case RUNNING -> tell(sides, asked, State.EXECUTING, "begun at the bank", next -> next);
            case UNKNOWN -> tell(sides, asked, State.UNKNOWN, "not certain yet", next -> next);
            case DONE -> {
                if (move.result().isPresent()) {
                    tell(sides, asked, State.EXECUTING, "the new card is there", next -> next.successor(move.result()));
                } else {
                    end(sides, asked, State.FAILED, "reissued, as a person says; the new card is not known");
                }
            }
            case NONE -> {
                boolean gaveUp = move.from() == WriteState.RUNNING;
                end(
                        sides,
                        asked,
                        gaveUp ? State.FAILED : State.APPROVED,
                        gaveUp
                                ? "the bank gave the reissue up, or forgot it and shows no new card"
                                : "not begun, may be executed again");
            }
            default -> {}
        }
    }

    private void end(SideRecords sides, Reissue asked, State state, String what) {
        tell(sides, asked, state, what, next -> next);
        sides.put(owners.at(asked.ucid()), owners.in(sides, asked.ucid()).withoutChange(asked.change()));
    }

    private void tell(
            SideRecords sides, Reissue asked, State state, String what, UnaryOperator<ChangeRequest.Builder> further) {
        changes.move(sides, asked.change(), state, what, further);
    }

    /**
     * The card that a forgotten job has made, if it can be seen. A job that has shown none for {@link #SETTLING} since it
     * was begun made none; it is not begun again by itself, as the bank had accepted it.
     */
    private ReadBack<Ucid> forgotten(Reissue asked) {
        ReadBack<Ucid> shown = search(asked);
        Instant settled = changes.get(asked.change()).since().plus(SETTLING);
        boolean isEarly = shown.verdict() == ReadBack.Verdict.NOT_APPLIED && settled.isAfter(store.now());
        return isEarly ? ReadBack.unknown() : shown;
    }

    /**
     * Looks for virtual cards on the account of the old one that were not known before. The one with the name of its holder
     * is the new card; of several, nobody can tell which it is. No further card at all, and the bank says that the old one
     * is there still: the reissue has not happened, which the engine believes after {@link #SETTLING}, and sends it again.
     * For somebody who was dismissed meanwhile it is never sent again.
     */
    private ReadBack<Ucid> search(Reissue asked) {
        Card old = bank.card(asked.ucid());
        List<Ucid> known = changes.get(asked.change()).known();
        List<Card> further = sameAccount(old)
                .filter(card -> card.virtual().orElse(true) && !known.contains(card.ucid()))
                .filter(card -> !card.ucid().equals(asked.ucid()))
                .toList();
        List<Ucid> candidates = further.stream()
                .filter(card -> card.embossedName().equals(old.embossedName()))
                .map(Card::ucid)
                .toList();
        if (candidates.size() == 1) {
            return found(asked, candidates.get(0));
        }
        boolean isThere = old.status().filter(THERE::contains).isPresent();
        boolean isDismissed = owners.find(asked.ucid()).dismissedAt().isPresent();
        return isThere && !isDismissed && further.isEmpty() ? ReadBack.notApplied() : ReadBack.unknown();
    }

    /** Plans the replacement by a card that the bank, or a person, has named. */
    ReadBack<Ucid> found(Reissue asked, Ucid successor) {
        ChangeRequest change = changes.get(asked.change());
        boolean unusedNew = replacements.plan(
                change.id(),
                new ReplacementSteps.Replacement(
                        change.id(),
                        change.ucid(),
                        successor,
                        change.spendBefore().flatMap(LimitBefore::again),
                        change.cashBefore().flatMap(LimitBefore::again)));
        return ReadBack.applied(successor);
    }

    private Stream<Card> sameAccount(Card card) {
        return reissuing().onAccount(card.accountNumber()).stream();
    }

    private CardBank.Reissuing reissuing() {
        return Offers.need(bank.reissuing());
    }
}
