package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;

class GrantLimitContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        TBankSimulator bank = TBankSimulator.startFrozen();
        Fields fields = Fields.of("card", Long.toString(TBankSimulator.PLASTIC_CARD))
                .with("order", "1001")
                .with("sum", "379.50");
        return new ActionTrial(
                time, Vendors.tbank(bank, time), "cards.limit.grant", "POST /api/v1/card/{ucid}/spend-limit", fields) {

            @Override
            public int acted() {
                return bank.grantedTotal(TBankSimulator.PLASTIC_CARD)
                        .divide(new BigDecimal("379.50"))
                        .intValueExact();
            }
        };
    }
}
