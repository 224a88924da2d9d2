package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;

/** Blocking acts when the card cannot be used any more, however often it is told to. */
class BlockContractTest extends CardContract {

    private static final Ucid CARD = Ucid.of(TBankSimulator.PLASTIC_CARD);

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        new CardDirectory(store).update(CARD, card -> card.employee("e-1"));
        return new CardSubject(time, "POST /api/v1/card/{ucid}/block") {

            @Override
            public OnceResult<?> act(StateStore node) {
                DismissalReport report = workflows(node).dismissals().dismiss("e-1", "left");
                return report.isComplete() ? done() : inProgress();
            }

            @Override
            public int acted() {
                return simulator.card(CARD.value()).status() == CardStatus.BLOCKED ? 1 : 0;
            }
        };
    }
}
