package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.bankcards.workflow.ReissueSteps.CardBefore;
import io.mostik.bankcards.workflow.ReissueSteps.Reissue;
import io.mostik.core.ApiException;
import io.mostik.core.NotFoundException;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reissues a virtual card: a job of the bank that takes minutes. The result is the new card; before it is written down,
 * {@link ReplacementSteps} is planned, which puts the new card in the place of the old one.
 */
final class ReissueSteps implements OnceSteps<Reissue, CardBefore, Ucid> {

    private static final int OK = 300;

    private final TBank bank;
    private final CardOwners owners;
    private final ChangeRecords changes;
    private final OnceWrites<ReplacementSteps.Replacement, ?, ?> replacements;
    private final StateStore store;

    ReissueSteps(
            TBank bank,
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
    record CardBefore(List<Ucid> known, LimitBefore spend, LimitBefore cash) {}

    @Override
    public List<SideRecord<?>> sideRecords(Reissue asked) {
        return List.of(owners.at(asked.ucid()), changes.at(asked.change()));
    }

    @Override
    public void admit(Reissue asked, WriteState state, SideRecords sides) {
        if (state == WriteState.NONE) {
            CardOwner owner = owners.in(sides, asked.ucid());
            refuseIf(owner.dismissedAt().isPresent(), Reason.DISMISSED);
            refuseIf(owner.successor().isPresent(), Reason.CHANGED);
            owner.requireNoChange(asked.change());
            owner.requireNoOrder(order -> order.state() == Allowance.State.GRANTED);
            State change = sides.get(changes.at(asked.change())).orElseThrow().state();
            refuseIf(change != State.APPROVED, Reason.NOT_APPROVED);
        }
    }

    /** Reads the limits anew: money that was taken away since the reissue was asked for does not come back with it. */
    @Override
    public Before<CardBefore, Ucid> before(Reissue asked) {
        Card old = bank.cards().get(asked.ucid());
        refuseIf(old.status().filter(CardStatus.CLOSED::equals).isPresent(), Reason.CHANGED);
        List<Ucid> known = sameAccount(old).map(Card::ucid).toList();
        Instant now = store.now();
        CardLimits limits = bank.limits().get(asked.ucid());
        return Before.state(new CardBefore(
                known, LimitBefore.of(limits.spendLimit(), now), LimitBefore.of(limits.cashLimit(), now)));
    }

    @Override
    public Sent<Ucid> send(Reissue asked, Optional<CardBefore> before) {
        return Sent.started(bank.virtualCards().reissue(asked.ucid()).id());
    }

    /** An answer that was lost after success leaves no id of the job, so it is read back too. */
    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        Outcome outcome = OnceSteps.super.outcomeOf(failure);
        return outcome == Outcome.APPLIED ? Outcome.UNKNOWN : outcome;
    }

    @Override
    public ReadBack<Ucid> poll(Reissue asked, String correlationId) {
        try {
            return bank.virtualCards()
                    .resumeReissue(correlationId)
                    .poll()
                    .map(card -> found(asked, card.newUcid()))
                    .orElseGet(ReadBack::unknown);
        } catch (NotFoundException e) {
            return search(asked); // the bank has forgotten the job
        } catch (ApiException e) {
            boolean gaveUp = !e.failure().temporary() && e.status() < OK;
            if (!gaveUp) {
                throw e;
            }
            return ReadBack.notApplied();
        }
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
                        gaveUp ? "the bank gave the reissue up" : "not begun, may be executed again");
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
     * Looks for virtual cards on the account of the old one, with the name of its holder, that were not known before. None
     * now may still become one within minutes, and of several nobody can tell which it is.
     */
    private ReadBack<Ucid> search(Reissue asked) {
        Card old = bank.cards().get(asked.ucid());
        List<Ucid> known = changes.get(asked.change()).known();
        List<Ucid> candidates = sameAccount(old)
                .filter(card -> card.virtual().orElse(true) && !known.contains(card.ucid()))
                .filter(card -> card.embossedName().equals(old.embossedName()))
                .map(Card::ucid)
                .filter(ucid -> !ucid.equals(asked.ucid()))
                .toList();
        return candidates.size() == 1 ? found(asked, candidates.get(0)) : ReadBack.unknown();
    }

    private ReadBack<Ucid> found(Reissue asked, Ucid successor) {
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
        CardQuery query =
                CardQuery.builder().accountNumber(card.accountNumber()).build();
        return bank.cards().listDetailed(query).stream();
    }
}
