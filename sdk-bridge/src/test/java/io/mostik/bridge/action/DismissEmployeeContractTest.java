package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionTrial.VendorClient;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;

class DismissEmployeeContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        TBankSimulator bank = TBankSimulator.startFrozen();
        VendorClient client = Vendors.tbank(bank, time);
        Fields holder = Fields.of("card", Long.toString(TBankSimulator.PLASTIC_CARD))
                .with("employee", "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001");
        ActionTrial.before(store, time, client, "cards.holder.note", holder);
        return new ActionTrial(
                time,
                client,
                "cards.dismiss",
                "POST /api/v1/card/{ucid}/block",
                Fields.of("employee", holder.text("employee"))) {

            @Override
            public int acted() {
                return bank.card(TBankSimulator.PLASTIC_CARD).status() == CardStatus.BLOCKED ? 1 : 0;
            }
        };
    }
}
