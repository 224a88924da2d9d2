package io.mostik.bankcards.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import java.math.BigDecimal;

/** Amending acts when the difference is on the card. */
class AmendContractTest extends CardContract {

    private static final BigDecimal MORE = new BigDecimal("120.50");

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        Grant grant = GrantContractTest.GRANT;
        CardSubject subject = new CardSubject(time, "POST /api/v1/card/{ucid}/spend-limit") {

            @Override
            public OnceResult<?> act(StateStore node) {
                try {
                    Allowance now = workflows(node)
                            .allowances()
                            .amend(grant.order(), grant.sum().add(MORE));
                    return now.state() == Allowance.State.GRANTED ? done() : inProgress();
                } catch (CardRefusedException e) {
                    return inProgress();
                }
            }

            @Override
            public int acted() {
                return simulator
                        .grantedTotal(grant.ucid().value())
                        .subtract(grant.sum())
                        .divide(MORE)
                        .intValueExact();
            }
        };
        subject.workflows(store).allowances().grant(grant);
        return subject;
    }
}
