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

            private long seen = time.nanoTime();

            @Override
            public OnceResult<?> act(StateStore node) {
                passAtTheBank();
                ChangeRequest change = workflows(node).approvals().execute(id);
                simulator.clock().advance(Duration.ofMinutes(3));
                return told(
                        change.state() == ChangeRequest.State.EXECUTING
                                ? workflows(node).approvals().execute(id)
                                : change);
            }

            /** The bank's jobs end by its own clock, which goes as fast as those of the nodes, however wrong. */
            private void passAtTheBank() {
                simulator.clock().advance(Duration.ofNanos(time.nanoTime() - seen));
                seen = time.nanoTime();
            }

            @Override
            public Duration patience() {
                return ReissueSteps.SETTLING.plus(super.patience());
            }

            @Override
            public int acted() {
                return simulator.timesReissued(CARD.value());
            }
        };
    }
}
