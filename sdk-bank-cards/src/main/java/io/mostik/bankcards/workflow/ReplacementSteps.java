package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.bankcards.workflow.ReplacementSteps.NewCard;
import io.mostik.bankcards.workflow.ReplacementSteps.Replacement;
import io.mostik.core.StateStore;
import io.mostik.core.once.Before;
import io.mostik.core.once.Move;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.WriteState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts a reissued card in the place of the old one: its limits as they were, of a one-time limit what was left, and its
 * orders. If the holder was dismissed meanwhile, the new card gets no money.
 */
final class ReplacementSteps implements OnceSteps<Replacement, NewCard, Boolean> {

    private final CardBank bank;
    private final CardOwners owners;
    private final ChangeRecords changes;
    private final StateStore store;

    ReplacementSteps(CardBank bank, CardOwners owners, ChangeRecords changes, StateStore store) {
        this.bank = bank;
        this.owners = owners;
        this.changes = changes;
        this.store = store;
    }

    /** Which card takes the place of which, and the limits that it gets; empty where the bank alone can set them. */
    record Replacement(String change, Ucid ucid, Ucid successor, Optional<NewLimit> spend, Optional<NewLimit> cash) {}

    /** The new card as it was found. */
    record NewCard(LimitBefore spend, Optional<LimitBefore> cash, boolean dismissed) {}

    @Override
    public List<SideRecord<?>> sideRecords(Replacement asked) {
        return List.of(owners.at(asked.ucid()), owners.at(asked.successor()), changes.at(asked.change()));
    }

    @Override
    public void admit(Replacement asked, WriteState state, SideRecords sides) {
        if (state != WriteState.DONE) {
            CardOwner successor = owners.in(sides, asked.successor());
            successor.requireNoChange(asked.change());
            successor.requireNoOrder(order -> false);
        }
    }

    @Override
    public Before<NewCard, Boolean> before(Replacement asked) {
        boolean dismissed = owners.find(asked.ucid()).dismissedAt().isPresent();
        Instant now = store.now();
        CardLimits limits = bank.limits(asked.successor());
        return Before.state(new NewCard(
                LimitBefore.of(limits.spendLimit(), now),
                limits.cashLimit().map(limit -> LimitBefore.of(limit, now)),
                dismissed));
    }

    /** The cash limit first: it lets nobody spend as long as the spend limit does not. */
    @Override
    public Sent<Boolean> send(Replacement asked, Optional<NewCard> before) {
        CardLimits now = bank.limits(asked.successor());
        wanted(asked.cash(), before)
                .filter(limit -> !saysCash(limit, now))
                .ifPresent(limit -> Offers.need(bank.cashLimits()).set(asked.successor(), limit));
        wanted(asked.spend(), before)
                .filter(limit -> !LimitReadBack.says(limit, now.spendLimit()))
                .ifPresent(limit -> bank.setSpend(asked.successor(), limit));
        return Sent.result(true);
    }

    @Override
    public ReadBack<Boolean> readBack(Replacement asked, Optional<NewCard> before) {
        CardLimits now = bank.limits(asked.successor());
        boolean isCashSet =
                wanted(asked.cash(), before).map(limit -> saysCash(limit, now)).orElse(true);
        ReadBack.Verdict spend = wanted(asked.spend(), before)
                .map(limit -> LimitReadBack.judge(limit, now.spendLimit(), before.map(NewCard::spend)))
                .orElse(ReadBack.Verdict.APPLIED);
        return switch (spend) {
            case APPLIED -> isCashSet ? ReadBack.applied(true) : ReadBack.notApplied();
            case NOT_APPLIED -> ReadBack.notApplied();
            case UNKNOWN -> ReadBack.unknown();
        };
    }

    @Override
    public void moved(Move<Replacement, NewCard, Boolean> move, SideRecords sides) {
        Replacement asked = move.asked();
        switch (move.to()) {
            case SENDING -> {
                CardChange begun = CardChange.reissue(asked.change(), move.at());
                sides.put(owners.at(asked.ucid()), owners.in(sides, asked.ucid()));
                sides.put(
                        owners.at(asked.successor()),
                        owners.in(sides, asked.successor()).beginning(begun));
            }
            case DONE -> end(move, sides, State.EXECUTED, "the new card has its place and its limits");
            case NONE -> end(move, sides, State.FAILED, "the new card has its place; a person saw to its limits");
            case UNKNOWN -> tell(sides, asked, State.UNKNOWN, "the limits of the new card are not certain yet");
            case REFUSED -> tell(sides, asked, State.UNKNOWN, "the bank refuses the limits of the new card");
            default -> {}
        }
    }

    private void end(Move<Replacement, NewCard, Boolean> move, SideRecords sides, State state, String what) {
        Replacement asked = move.asked();
        CardOwner old = owners.in(sides, asked.ucid());
        CardOwner successor = owners.in(sides, asked.successor());
        sides.put(owners.at(asked.successor()), successor.replacing(old, asked.successor(), asked.change()));
        sides.put(owners.at(asked.ucid()), old.replacedBy(asked.successor(), asked.change(), move.at()));
        tell(sides, asked, state, what);
    }

    private void tell(SideRecords sides, Replacement asked, State state, String what) {
        changes.move(sides, asked.change(), state, what, next -> next);
    }

    private static boolean saysCash(NewLimit wanted, CardLimits now) {
        return now.cashLimit()
                .filter(limit -> LimitReadBack.says(wanted, limit))
                .isPresent();
    }

    private static Optional<NewLimit> wanted(Optional<NewLimit> limit, Optional<NewCard> before) {
        return before.filter(NewCard::dismissed).isPresent() ? Optional.of(NewLimit.zero()) : limit;
    }
}
