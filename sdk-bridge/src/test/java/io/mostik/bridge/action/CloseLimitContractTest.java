package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionTrial.VendorClient;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;

class CloseLimitContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        TBankSimulator bank = TBankSimulator.startFrozen();
        VendorClient client = Vendors.tbank(bank, time);
        Fields order =
                Fields.of("card", Long.toString(TBankSimulator.PLASTIC_CARD)).with("order", "1001");
        ActionTrial.before(store, time, client, "cards.limit.grant", order.with("sum", "379.50"));
        return new ActionTrial(time, client, "cards.limit.close", "POST /api/v1/card/{ucid}/spend-limit", order) {

            @Override
            public int acted() {
                return bank.card(TBankSimulator.PLASTIC_CARD)
                                        .spendLimit()
                                        .value()
                                        .signum()
                                == 0
                        ? 1
                        : 0;
            }
        };
    }
}
