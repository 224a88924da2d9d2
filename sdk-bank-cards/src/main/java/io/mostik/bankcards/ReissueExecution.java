package io.mostik.bankcards;

import io.mostik.bankcards.ChangeRequest.State;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.virtualcards.ReissuedCard;
import io.mostik.core.ApiException;
import io.mostik.core.SdkException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings about a reissue: starts it once, waits for the new card, moves its record, and sets its limits as they were on
 * the old one.
 */
final class ReissueExecution implements Approvals.Execution {

    private final TBank bank;
    private final CardDirectory directory;
    private final Steps steps;

    ReissueExecution(TBank bank, CardDirectory directory, Steps steps) {
        this.bank = bank;
        this.directory = directory;
        this.steps = steps;
    }

    @Override
    public Records.Kept<ChangeRequest> advance(Records.Kept<ChangeRequest> kept) {
        ChangeRequest change = kept.value();
        if (change.state() == State.APPROVED) {
            return begin(kept);
        }
        if (change.successor().isPresent()) {
            steps.refuseIfUnderWay(change);
            return finish(kept, change.successor().get());
        }
        return change.correlationId().isPresent()
                ? poll(kept, change.correlationId().get())
                : readBack(kept);
    }

    private Records.Kept<ChangeRequest> begin(Records.Kept<ChangeRequest> kept) {
        Card old = bank.cards().get(kept.value().ucid());
        if (old.status().filter(CardStatus.CLOSED::equals).isPresent()) {
            return steps.move(kept, State.FAILED, "the card was closed meanwhile");
        }
        List<Ucid> known = bank.cards().listDetailed(sameAccount(old)).stream()
                .map(Card::ucid)
                .toList();
        Records.Kept<ChangeRequest> begun = steps.move(kept, State.EXECUTING, "sending", next -> next.known(known));
        try {
            String id = bank.virtualCards().reissue(begun.value().ucid()).id();
            return poll(steps.move(begun, State.EXECUTING, "begun at the bank", next -> next.correlationId(id)), id);
        } catch (SdkException e) {
            return failed(begun, e);
        }
    }

    /** Even an answer that was lost after success leaves no id of the reissue, so both are read back. */
    private Records.Kept<ChangeRequest> failed(Records.Kept<ChangeRequest> begun, SdkException failure) {
        String text = String.valueOf(failure.getMessage());
        return switch (failure.outcome()) {
            case UNKNOWN, APPLIED -> steps.move(begun, State.UNSURE, text);
            case NOT_SENT, REJECTED ->
                steps.move(begun, failure.failure().temporary() ? State.APPROVED : State.FAILED, text);
        };
    }

    private Records.Kept<ChangeRequest> poll(Records.Kept<ChangeRequest> kept, String correlationId) {
        Optional<ReissuedCard> card;
        try {
            card = bank.virtualCards().resumeReissue(correlationId).poll();
        } catch (ApiException e) {
            boolean gaveUp = !e.failure().temporary() && e.status() < 300;
            if (!gaveUp) {
                throw e;
            }
            return steps.move(kept, State.FAILED, "the bank gave the reissue up");
        }
        return card.map(fresh -> found(kept, fresh.newUcid())).orElse(kept);
    }

    private Records.Kept<ChangeRequest> readBack(Records.Kept<ChangeRequest> kept) {
        steps.refuseIfUnderWay(kept.value());
        Card old = bank.cards().get(kept.value().ucid());
        List<Card> candidates =
                bank.virtualCards().findReissued(old, new HashSet<>(kept.value().known()));
        return candidates.size() == 1
                ? found(kept, candidates.get(0).ucid())
                : steps.move(
                        kept,
                        State.UNSURE,
                        "read back: " + candidates.size() + " cards may be the new one; look again");
    }

    private Records.Kept<ChangeRequest> found(Records.Kept<ChangeRequest> kept, Ucid successor) {
        return finish(
                steps.move(kept, State.EXECUTING, "the new card is there", next -> next.successor(successor)),
                successor);
    }

    /** May be cut off and repeated: a record that was moved stays moved, a limit that is as wanted is not set again. */
    private Records.Kept<ChangeRequest> finish(Records.Kept<ChangeRequest> kept, Ucid successor) {
        directory.reissued(kept.value().ucid(), successor);
        CardLimits now = bank.limits().get(successor);
        restore(
                kept.value().spendBefore(),
                now.spendLimit(),
                limit -> bank.limits().setSpend(successor, limit));
        restore(
                kept.value().cashBefore(),
                now.cashLimit(),
                limit -> bank.limits().setCash(successor, limit));
        return steps.move(kept, State.EXECUTED, "the new card has its place and its limits");
    }

    /** Of a one-time limit, what was left is granted anew, not what was spent before. */
    private static void restore(Optional<LimitBefore> before, CardLimit now, Consumer<NewLimit> setter) {
        Optional<NewLimit> wanted = before.filter(limit -> !limit.period().equals(LimitPeriod.CUSTOM))
                .map(limit -> new NewLimit(
                        limit.period().equals(LimitPeriod.IRREGULAR) ? limit.remain() : limit.value(), limit.period()));
        wanted.filter(limit -> limit.value().compareTo(now.limitValue()) != 0
                        || !limit.period().equals(now.limitPeriod()))
                .ifPresent(setter);
    }

    private static CardQuery sameAccount(Card card) {
        return CardQuery.builder().accountNumber(card.accountNumber()).build();
    }
}
