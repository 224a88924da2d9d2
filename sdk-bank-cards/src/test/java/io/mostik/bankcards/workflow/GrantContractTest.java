package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;

class GrantContractTest extends CardContract {

    static final Grant GRANT = new Grant(Ucid.of(TBankSimulator.PLASTIC_CARD), "order-1", new BigDecimal("379.50"));

    /** Happens before each attempt. */
    void meanwhile(TBankSimulator bank) {}

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new CardSubject(time, "POST /api/v1/card/{ucid}/spend-limit") {

            @Override
            public OnceResult<?> act(StateStore node) {
                meanwhile(simulator);
                return switch (workflows(node).allowances().grant(GRANT).state()) {
                    case GRANTED -> done();
                    case UNKNOWN -> new OnceResult.Unknown<>(false);
                    default -> inProgress();
                };
            }

            @Override
            public int acted() {
                return simulator
                        .grantedTotal(GRANT.ucid().value())
                        .divide(GRANT.sum())
                        .intValueExact();
            }
        };
    }
}
