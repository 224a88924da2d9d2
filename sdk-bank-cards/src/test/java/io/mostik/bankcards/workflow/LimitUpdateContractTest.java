package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Approvals.Demand;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;

class LimitUpdateContractTest extends CardContract {

    static final Ucid CARD = Ucid.of(TBankSimulator.PLASTIC_CARD);
    static final BigDecimal SUM = new BigDecimal("900");
    private static final Demand DEMAND = new Demand("manager", "order 17", Duration.ofDays(400));

    /** Happens before each attempt. */
    void meanwhile(TBankSimulator bank) {}

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new CardSubject(time, "POST /api/v1/card/{ucid}/spend-limit") {

            private final String id = approved(
                    workflows(store),
                    () -> workflows(store).approvals().requestLimit(CARD, NewLimit.once(SUM), DEMAND));

            @Override
            public OnceResult<?> act(StateStore node) {
                meanwhile(simulator);
                return told(workflows(node).approvals().execute(id));
            }

            @Override
            public int acted() {
                return simulator.grantedTotal(CARD.value()).divide(SUM).intValueExact();
            }
        };
    }
}
