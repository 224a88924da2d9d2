package io.mostik.examples;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the card stories happen: at the bank if {@code MOSTIK_TBANK_TOKEN} is set, else at a simulator.
 *
 * @param bank the client
 * @param virtual a virtual card: the stories change its limits, and one replaces it
 * @param leaver the card of a second courier, which the story of a dismissal blocks for good
 * @param simulator the vendor, where it is one of ours
 */
record BankEnv(TBank bank, Ucid virtual, Ucid leaver, Optional<TBankSimulator> simulator) implements AutoCloseable {

    static BankEnv open() {
        return Variables.has("MOSTIK_TBANK_TOKEN") ? atBank() : atSimulator();
    }

    private static BankEnv atBank() {
        TBank bank = TBank.builder()
                .environment(Environment.of(
                        Variables.get("MOSTIK_TBANK_URL", Environment.SANDBOX.ordinary()),
                        Variables.get("MOSTIK_TBANK_SECURED_URL", Environment.SANDBOX.secured())))
                .token(Secret.fromEnv("MOSTIK_TBANK_TOKEN"))
                .build();
        Ucid virtual = Ucid.of(Long.parseLong(Variables.get("MOSTIK_TBANK_COURIER_UCID")));
        Ucid leaver = Ucid.of(Long.parseLong(Variables.get("MOSTIK_TBANK_LEAVER_UCID")));
        return new BankEnv(bank, virtual, leaver, Optional.empty());
    }

    private static BankEnv atSimulator() {
        TBankSimulator vendor = TBankSimulator.start(0, SimulatedClock.running());
        vendor.limit(TBankSimulator.VIRTUAL_CARD, LimitKind.SPEND, new BigDecimal("20000"), LimitPeriod.MONTH);
        TBank bank = TBank.builder()
                .environment(Environment.of(
                        vendor.ordinaryUri().toString(), vendor.securedUri().toString()))
                .token(Secret.of(vendor.token()))
                .build();
        return new BankEnv(
                bank, Ucid.of(TBankSimulator.VIRTUAL_CARD), Ucid.of(TBankSimulator.PLASTIC_CARD), Optional.of(vendor));
    }

    /** Lets a card pay at a simulator; at the bank, people do. */
    void pay(Ucid card, String sum) {
        simulator.ifPresent(vendor -> vendor.spend(card.value(), new BigDecimal(sum)));
    }

    /** Waits; a simulator's time is moved on instead. */
    void pause(Duration pause) throws InterruptedException {
        if (simulator.isPresent()) {
            simulator.get().clock().advance(pause);
        } else {
            TimeSource.system().sleep(pause);
        }
    }

    @Override
    public void close() {
        bank.close();
        simulator.ifPresent(TBankSimulator::close);
    }
}
