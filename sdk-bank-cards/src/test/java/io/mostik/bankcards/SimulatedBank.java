package io.mostik.bankcards;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.http.CallOptions;
import io.mostik.testing.tbank.TBankSimulator;
import java.time.Duration;

/** Clients of the simulated bank. */
final class SimulatedBank {

    private static final Duration BRIEF = Duration.ofMillis(200);

    private SimulatedBank() {}

    static TBank client(TBankSimulator bank, TimeSource time) {
        return TBank.builder()
                .environment(Environment.of(
                        bank.ordinaryUri().toString(), bank.securedUri().toString()))
                .token(Secret.of(bank.token()))
                .http(http -> http.time(time))
                .build();
    }

    /** Returns a view that does not wait long for an answer that never comes; what it gives up early is a fault too. */
    static TBank impatient(TBank client) {
        return client.with(CallOptions.builder().deadline(BRIEF).build());
    }
}
