package io.mostik.examples.onec;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.Secret;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.Optional;

/**
 * The bank of the bridge: T-Bank if {@code MOSTIK_TBANK_TOKEN} is set, else a simulator.
 *
 * @param client the client
 * @param simulator the bank, where it is one of ours
 */
record BridgeBank(TBank client, Optional<TBankSimulator> simulator) implements AutoCloseable {

    static BridgeBank open() {
        if (find("MOSTIK_TBANK_TOKEN").isPresent()) {
            Environment where = Environment.of(
                    find("MOSTIK_TBANK_URL").orElse(Environment.SANDBOX.ordinary()),
                    find("MOSTIK_TBANK_SECURED_URL").orElse(Environment.SANDBOX.secured()));
            return new BridgeBank(client(where, Secret.fromEnv("MOSTIK_TBANK_TOKEN")), Optional.empty());
        }
        TBankSimulator bank = TBankSimulator.startFrozen();
        Environment where =
                Environment.of(bank.ordinaryUri().toString(), bank.securedUri().toString());
        return new BridgeBank(client(where, Secret.of(bank.token())), Optional.of(bank));
    }

    private static TBank client(Environment where, Secret token) {
        return TBank.builder().environment(where).token(token).build();
    }

    private static Optional<String> find(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    @Override
    public void close() {
        client.close();
        simulator.ifPresent(TBankSimulator::close);
    }
}
