package io.mostik.bankcards;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.testing.tbank.TBankSimulator;

/** Clients of the simulated bank. */
final class SimulatedBank {

    private SimulatedBank() {}

    static TBank client(TBankSimulator bank, TimeSource time) {
        return TBank.builder()
                .environment(Environment.of(
                        bank.ordinaryUri().toString(), bank.securedUri().toString()))
                .token(Secret.of(bank.token()))
                .http(http -> http.time(time))
                .build();
    }
}
