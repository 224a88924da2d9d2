package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;

/** Closing acts when the money leaves the card, however often it is told to. */
class CloseContractTest extends CardContract {

    private static final Grant GRANT =
            new Grant(Ucid.of(TBankSimulator.PLASTIC_CARD), "order-1", new BigDecimal("379.50"));

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        CardSubject subject = new CardSubject(time, "POST /api/v1/card/{ucid}/spend-limit") {

            @Override
            public OnceResult<?> act(StateStore node) {
                try {
                    return workflows(node).allowances().close(GRANT.ucid(), GRANT.order())
                            ? done()
                            : new OnceResult.Refused<>("the card does not serve the order");
                } catch (CardRefusedException e) {
                    return inProgress();
                }
            }

            @Override
            public int acted() {
                boolean isZero = simulator
                                .card(GRANT.ucid().value())
                                .spendLimit()
                                .value()
                                .signum()
                        == 0;
                return isZero ? 1 : 0;
            }
        };
        subject.workflows(store).allowances().grant(GRANT);
        return subject;
    }
}
