package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Wherever the store fails or the process dies, no requisites are fetched that nobody has written down. */
class ShopCardStoreTest {

    private static final Ucid CARD = Ucid.of(TBankSimulator.VIRTUAL_CARD);
    private static final String SHOP = "shop.example";
    private static final String REQUISITES = "/api/v1/card/virtual/{ucid}/requisites";

    private final ManualTime time = new ManualTime();
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

    @TestFactory
    Stream<DynamicTest> givenFaultAtARoundTrip_whenPaying_thenUseIsNoted() {
        int trips = use(MortalStore.over(withCard()), new ArrayList<>()).trips();
        return IntStream.rangeClosed(1, trips)
                .boxed()
                .flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)))
                .flatMap(point -> Stream.of(true, false)
                        .map(dies -> DynamicTest.dynamicTest(
                                (dies ? "dies " : "fails ") + point, () -> breaksOff(point, dies))));
    }

    private void breaksOff(Point point, boolean dies) {
        StateStore store = withCard();
        MortalStore node = MortalStore.over(store);
        MortalStore spoilt = dies ? node.dieAt(point) : node.failAt(point);
        int before = fetched();
        List<String> forms = new ArrayList<>();

        Throwable end = catchThrowable(() -> use(spoilt, forms));
        List<ShopCardUse> noted = shops(store).uses(SHOP);
        MortalStore unused = use(MortalStore.over(store), forms);

        assertThat(end).isInstanceOf(dies ? ProcessDeath.class : StateStoreException.class);
        assertThat(fetched() - before).isEqualTo(forms.size()).isEqualTo(1);
        assertThat(noted).hasSizeLessThanOrEqualTo(1);
        assertThat(shops(store).uses(SHOP)).hasSize(noted.size() + 1);
    }

    private MortalStore use(MortalStore node, List<String> forms) {
        shops(node).use(SHOP, "buyer", requisites -> forms.add("paid"));
        return node;
    }

    private int fetched() {
        return simulator.journal().count("GET", REQUISITES);
    }

    private StateStore withCard() {
        StateStore store = StateStore.inMemory(time);
        shops(store).assign(CARD, SHOP);
        return store;
    }

    private ShopCards shops(StateStore store) {
        return CardWorkflows.of(bank, store, time).shopCards();
    }
}
