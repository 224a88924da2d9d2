package io.mostik.bankcards.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import java.math.BigDecimal;

/** A grant on top of another order acts when both sums are on the card. */
class SecondGrantContractTest extends CardContract {

    private static final BigDecimal SUM = new BigDecimal("120.50");

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        Grant first = GrantContractTest.GRANT;
        CardSubject subject = new CardSubject(time, "POST /api/v1/card/{ucid}/spend-limit") {

            @Override
            public OnceResult<?> act(StateStore node) {
                Grant second = new Grant(first.ucid(), "order-2", SUM);
                return switch (workflows(node).allowances().grant(second).state()) {
                    case GRANTED -> done();
                    case UNKNOWN -> new OnceResult.Unknown<>(false);
                    default -> inProgress();
                };
            }

            @Override
            public int acted() {
                return simulator
                        .grantedTotal(first.ucid().value())
                        .subtract(first.sum())
                        .divide(SUM)
                        .intValueExact();
            }
        };
        subject.workflows(store).allowances().grant(first);
        return subject;
    }
}
