package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;

/** Handing over acts when the other card has the sum; the first one has nothing then. */
class HandOverContractTest extends CardContract {

    private static final Ucid OTHER = Ucid.of(TBankSimulator.VIRTUAL_CARD);

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        Grant grant = GrantContractTest.GRANT;
        CardSubject subject = new CardSubject(time, "POST /api/v1/card/" + OTHER + "/spend-limit") {

            @Override
            public OnceResult<?> act(StateStore node) {
                try {
                    Allowance now = workflows(node).allowances().handOver(grant.order(), OTHER);
                    return now.state() == Allowance.State.GRANTED && now.ucid().equals(OTHER) ? done() : inProgress();
                } catch (CardRefusedException e) {
                    return inProgress();
                }
            }

            @Override
            public int acted() {
                int times = simulator
                        .grantedTotal(OTHER.value())
                        .divide(grant.sum())
                        .intValueExact();
                boolean isTwice = times > 0
                        && simulator
                                        .card(grant.ucid().value())
                                        .spendLimit()
                                        .remain()
                                        .signum()
                                > 0;
                return isTwice ? times + 1 : times;
            }
        };
        subject.workflows(store).allowances().grant(grant);
        return subject;
    }
}
