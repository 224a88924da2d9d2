package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Outcome;
import io.mostik.core.once.Move;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.WriteState;
import java.util.List;
import java.util.Optional;

/**
 * Blocks the card of a holder who leaves. It stays open, for {@link Dismissals} to go on or a person to see, until the bank
 * itself shows the card as blocked.
 */
final class BlockSteps implements OnceSteps<Ucid, Void, Boolean> {

    private final CardBank bank;
    private final CardOwners owners;

    BlockSteps(CardBank bank, CardOwners owners) {
        this.bank = bank;
        this.owners = owners;
    }

    @Override
    public List<SideRecord<?>> sideRecords(Ucid ucid) {
        return List.of(owners.at(ucid));
    }

    @Override
    public Sent<Boolean> send(Ucid ucid, Optional<Void> before) {
        Offers.need(bank.blocking()).block(ucid, "");
        return Sent.result(true);
    }

    /** Whatever the bank answered: as long as it does not show the block, somebody has to look after the card. */
    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return Outcome.UNKNOWN;
    }

    @Override
    public ReadBack<Boolean> readBack(Ucid ucid, Optional<Void> before) {
        return isBlocked(ucid) ? ReadBack.applied(true) : ReadBack.notApplied();
    }

    @Override
    public void moved(Move<Ucid, Void, Boolean> move, SideRecords sides) {
        if (move.to() == WriteState.SENDING) {
            sides.put(owners.at(move.asked()), owners.in(sides, move.asked()).dismissed(move.at()));
        }
    }

    boolean isBlocked(Ucid ucid) {
        return bank.card(ucid)
                .status()
                .filter(status -> status.equals(CardStatus.BLOCKED) || status.equals(CardStatus.CLOSED))
                .isPresent();
    }
}
