package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks, a payment form gets the number of the shop's own card, whole, or is not called. */
class ShopCardFaultsTest {

    private static final Ucid OWN = Ucid.of(TBankSimulator.VIRTUAL_CARD);
    private static final String SHOP = "shop.example";

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    static Stream<FaultRun> runs() {
        return FaultRun.on("GET /api/v1/card/virtual/{ucid}/requisites");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void givenFault_whenPaying_thenFormGetsRightNumberOrIsNotCalled(FaultRun run) {
        String number = numberOf(OWN);
        Ucid other = Ucid.of(simulator.addVirtual(TBankSimulator.ACCOUNT, "OLEG VOLKOV"));
        ShopCards shops = shops(SimulatedBank.impatient(bank));
        shops.assign(OWN, SHOP);
        shops.assign(other, "other.example");
        List<String> typed = new ArrayList<>();
        run.arm(simulator.faults());

        boolean paid = attempt(() -> shops.use(SHOP, "buyer", requisites -> typed.add(read(requisites))));
        simulator.faults().off();
        shops(bank).use(SHOP, "buyer", requisites -> typed.add(read(requisites)));

        assertThat(typed).hasSize(paid ? 2 : 1).containsOnly(number);
        assertThat(shops.uses(SHOP)).extracting(ShopCardUse::ucid).containsExactly(OWN, OWN);
    }

    private ShopCards shops(TBank client) {
        return CardWorkflows.of(client, store, time).shopCards();
    }

    private String numberOf(Ucid card) {
        try (CardRequisites requisites = bank.virtualCards().requisites(card)) {
            return read(requisites);
        }
    }

    private static String read(CardRequisites requisites) {
        StringBuilder text = new StringBuilder();
        requisites.number().reveal(text::append);
        return text.toString();
    }

    private static boolean attempt(Runnable step) {
        try {
            step.run();
            return true;
        } catch (SdkException e) {
            return false;
        }
    }
}
