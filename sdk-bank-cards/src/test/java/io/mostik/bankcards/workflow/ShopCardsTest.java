package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopCardsTest {

    private static final Ucid VIRTUAL = Ucid.of(TBankSimulator.VIRTUAL_CARD);
    private static final Ucid PLASTIC = Ucid.of(TBankSimulator.PLASTIC_CARD);

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final CardDirectory directory = new CardDirectory(store);
    private TBankSimulator simulator;
    private TBank bank;
    private ShopCards shops;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        shops = CardWorkflows.of(bank, store, time).shopCards();
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenShopWithCard_whenPaying_thenLendsRequisitesAndNotesWhoAsked() {
        shops.assign(VIRTUAL, "https://www.shop.example/cart");
        List<String> typed = new ArrayList<>();
        List<CardRequisites> lent = new ArrayList<>();

        shops.use("SHOP.example", "cfo", requisites -> {
            requisites.number().reveal(digits -> typed.add(new String(digits)));
            lent.add(requisites);
        });

        assertThat(typed).singleElement().asString().hasSizeBetween(16, 19);
        assertThatThrownBy(() -> lent.get(0).number().reveal(digits -> {})).isInstanceOf(IllegalStateException.class);
        assertThat(shops.uses("shop.example"))
                .containsExactly(new ShopCardUse(VIRTUAL, "shop.example", "cfo", time.now()));
        assertThat(store.stream(""))
                .allSatisfy(entry -> assertThat(entry.value()).doesNotContain(typed.get(0)));
    }

    @Test
    void givenReissuedCard_whenPaying_thenUsesTheNewOne() {
        shops.assign(VIRTUAL, "shop.example");
        Ucid successor = Ucid.of(simulator.addVirtual(TBankSimulator.ACCOUNT, "OLEG VOLKOV"));

        directory.reissued(VIRTUAL, successor);
        shops.use("shop.example", "cfo", requisites -> {});

        assertThat(shops.uses("shop.example")).extracting(ShopCardUse::ucid).containsExactly(successor);
    }

    @Test
    void givenPlasticCard_whenPaying_thenTheBankRefusesAndTheQuestionIsNoted() {
        shops.assign(PLASTIC, "shop.example");

        assertThatThrownBy(() -> shops.use("shop.example", "cfo", requisites -> {}))
                .isInstanceOf(SdkException.class);
        assertThat(shops.uses("shop.example")).hasSize(1);
    }

    @Test
    void givenWrongInput_whenUsing_thenRefusesBeforeAsking() {
        shops.assign(VIRTUAL, "shop.example");

        assertThatThrownBy(() -> shops.use("other.example", "cfo", requisites -> {}))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> shops.use("shop.example", " ", requisites -> {}))
                .hasMessageContaining("who");
        assertThatThrownBy(() -> shops.assign(PLASTIC, "shop.example")).hasMessageContaining("another card");
        assertThat(simulator.journal().all()).isEmpty();
    }
}
