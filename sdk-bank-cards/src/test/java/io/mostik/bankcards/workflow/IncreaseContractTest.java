package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.Approvals.Demand;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;

/** An increase is counted from what is left, so a second one would show as a second sum. */
class IncreaseContractTest extends CardContract {

    private static final Ucid CARD = Ucid.of(TBankSimulator.PLASTIC_CARD);
    private static final BigDecimal SUM = new BigDecimal("900");
    private static final Demand DEMAND = new Demand("manager", "order 17", Duration.ofDays(400));

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new CardSubject(time, "POST /api/v1/card/{ucid}/spend-limit") {

            private final String id = approved(workflows(store), () -> {
                simulator.limit(CARD.value(), LimitKind.SPEND, BigDecimal.ZERO, LimitPeriod.IRREGULAR);
                return workflows(store).approvals().requestIncrease(CARD, SUM, DEMAND);
            });

            @Override
            public OnceResult<?> act(StateStore node) {
                return told(workflows(node).approvals().execute(id));
            }

            @Override
            public int acted() {
                return simulator.grantedTotal(CARD.value()).divide(SUM).intValueExact();
            }
        };
    }
}
