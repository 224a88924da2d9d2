package io.mostik.bankcards.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import java.math.BigDecimal;

/** Closing one of two orders acts when the money of the other one alone is on the card. */
class PartCloseContractTest extends CardContract {

    private static final BigDecimal SUM = new BigDecimal("120.50");

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        Grant first = GrantContractTest.GRANT;
        CardSubject subject = new CardSubject(time, "POST /api/v1/card/{ucid}/spend-limit") {

            @Override
            public OnceResult<?> act(StateStore node) {
                try {
                    return workflows(node).allowances().close(first.ucid(), first.order())
                            ? done()
                            : new OnceResult.Refused<>("the card does not serve the order");
                } catch (CardRefusedException e) {
                    return inProgress();
                }
            }

            @Override
            public int acted() {
                boolean isLeft = simulator
                                .card(first.ucid().value())
                                .spendLimit()
                                .remain()
                                .compareTo(SUM)
                        == 0;
                return isLeft ? 1 : 0;
            }
        };
        Allowances allowances = subject.workflows(store).allowances();
        allowances.grant(first);
        allowances.grant(new Grant(first.ucid(), "order-2", SUM));
        return subject;
    }
}
