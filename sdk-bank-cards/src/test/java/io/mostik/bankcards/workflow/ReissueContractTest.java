package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.Approvals.Demand;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.time.Duration;

class ReissueContractTest extends CardContract {

    private static final Ucid CARD = Ucid.of(TBankSimulator.VIRTUAL_CARD);
    private static final Demand DEMAND = new Demand("manager", "the number was seen", Duration.ofDays(400));

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new CardSubject(time, "POST /api/v1/card/virtual/reissue") {

            private final String id = approved(
                    workflows(store), () -> workflows(store).approvals().requestReissue(CARD, DEMAND));

            @Override
            public OnceResult<?> act(StateStore node) {
                ChangeRequest change = workflows(node).approvals().execute(id);
                simulator.clock().advance(Duration.ofMinutes(3));
                return told(
                        change.state() == ChangeRequest.State.EXECUTING
                                ? workflows(node).approvals().execute(id)
                                : change);
            }

            /** A card that was made can be seen; that none was made, only a person can tell. */
            @Override
            public void resolve(StateStore node, boolean happened) {
                if (!happened) {
                    super.resolve(node, false);
                }
            }

            @Override
            public int acted() {
                return simulator.timesReissued(CARD.value());
            }
        };
    }
}
