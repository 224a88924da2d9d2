package io.mostik.bankcards.workflow;

import io.mostik.testing.tbank.TBankSimulator;

/** An approved one-time limit that is spent as soon as it is there: of one that is left, a second would not show. */
class SpentLimitContractTest extends LimitUpdateContractTest {

    @Override
    void meanwhile(TBankSimulator bank) {
        bank.spend(CARD.value(), SUM);
    }
}
