package io.mostik.bankcards.workflow;

import io.mostik.testing.tbank.TBankSimulator;

/** A sum that is spent as soon as it is there: of a sum that is left, a second grant would not show. */
class SpentGrantContractTest extends GrantContractTest {

    @Override
    void meanwhile(TBankSimulator bank) {
        bank.spend(GRANT.ucid().value(), GRANT.sum());
    }
}
