package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void givenShopCard_whenPaying_thenLendsItAndNotesWhoAsked() {
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
    void givenPlasticCard_whenPaying_thenRefusalIsNoted() {
        shops.assign(PLASTIC, "shop.example");

        assertThatThrownBy(() -> shops.use("shop.example", "cfo", requisites -> {}))
                .isInstanceOf(SdkException.class);
        assertThat(shops.uses("shop.example")).hasSize(1);
    }

    @Test
    void givenWrongInput_whenUsing_thenRefusesBeforeAsking() {
        shops.assign(VIRTUAL, "shop.example");

        assertThatThrownBy(() -> shops.use("other.example", "cfo", requisites -> {}))
                .hasMessageContaining("no card");
        assertThatThrownBy(() -> shops.use("shop.example", " ", requisites -> {}))
                .hasMessageContaining("who");
        assertThatThrownBy(() -> shops.assign(PLASTIC, "shop.example")).hasMessageContaining("another card");
        assertThat(simulator.journal().all()).isEmpty();
    }

    @Test
    void givenNoCard_whenPayingFirst_thenAsksAndBinds() {
        List<ShopPayment> asked = new ArrayList<>();
        ShopCards asking = shops.asking(payment -> {
            asked.add(payment);
            return Optional.of(VIRTUAL);
        });

        asking.use("shop.example", "buyer", requisites -> {});
        asking.use("https://shop.example/cart", "buyer", requisites -> {});

        assertThat(asked).containsExactly(ShopPayment.of("shop.example", "buyer"));
        assertThat(directory.ofShop("shop.example"))
                .extracting(CardRecord::ucid)
                .containsExactly(VIRTUAL);
    }

    @Test
    void givenNobodyWhoKnows_whenPayingFirst_thenIsRefusedAsAValue() {
        ShopCards asking = shops.asking(payment -> Optional.empty());

        CardRefusedException refusal = catchThrowableOfType(
                CardRefusedException.class, () -> asking.use("shop.example", "buyer", requisites -> {}));

        assertThat(refusal.reason()).isEqualTo(CardRefusedException.Reason.SHOP_UNKNOWN);
        assertThat(simulator.journal().all()).isEmpty();
    }

    @Test
    void givenBranches_whenPaying_thenEachUsesItsOwnCard() {
        Ucid north = Ucid.of(simulator.addVirtual(TBankSimulator.ACCOUNT, "OLEG VOLKOV"));
        shops.assign(VIRTUAL, "shop.example");
        shops.assign(north, "shop.example", " North ");

        shops.use(ShopPayment.of("shop.example", "a").by("NORTH"), requisites -> {});
        shops.use(ShopPayment.of("shop.example", "b").by("south"), requisites -> {});
        shops.use("shop.example", "c", requisites -> {});

        assertThat(shops.uses("shop.example"))
                .extracting(ShopCardUse::ucid)
                .containsExactlyInAnyOrder(north, VIRTUAL, VIRTUAL);
        assertThatThrownBy(() -> shops.assign(PLASTIC, "shop.example", "north")).hasMessageContaining("another card");
    }

    @Test
    void givenPageOfTheBank_whenPaying_thenNoNumberPassesThrough() {
        shops.assign(VIRTUAL, "shop.example");
        List<String> shown = new ArrayList<>();

        boolean byPage = shops.pay(
                ShopPayment.of("shop.example", "buyer"),
                page -> shown.add(page.toString()),
                requisites -> shown.add("number"));

        assertThat(byPage).isTrue();
        assertThat(shown).singleElement().asString().startsWith("https://");
        assertThat(simulator.journal().count("GET", "/api/v1/card/virtual/{ucid}/requisites"))
                .isZero();
        assertThat(shops.uses("shop.example")).extracting(ShopCardUse::byLink).containsExactly(true);
    }

    @Test
    void givenNoPageAtTheBank_whenPaying_thenLendsRequisites() {
        shops.assign(VIRTUAL, "shop.example");
        simulator.faults().answer(404).on("GET", "/api/v3/card/requisites-iframe-link");
        List<String> shown = new ArrayList<>();

        boolean byPage = shops.pay(
                ShopPayment.of("shop.example", "buyer"), page -> shown.add("page"), requisites -> shown.add("number"));

        assertThat(byPage).isFalse();
        assertThat(shown).containsExactly("number");
        assertThat(shops.uses("shop.example")).extracting(ShopCardUse::byLink).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void givenRefusedAccess_whenPaying_thenNumberIsNotFetchedInstead() {
        shops.assign(VIRTUAL, "shop.example");
        simulator.faults().answer(403).on("GET", "/api/v3/card/requisites-iframe-link");

        assertThatThrownBy(() -> shops.pay(ShopPayment.of("shop.example", "buyer"), page -> {}, requisites -> {}))
                .isInstanceOf(SdkException.class);
        assertThat(simulator.journal().count("GET", "/api/v1/card/virtual/{ucid}/requisites"))
                .isZero();
    }

    @Test
    void givenManyUses_whenAudited_thenNoneIsMissing() {
        Records<ShopCardUse> noted = Records.of(store, "cards/shop-use/", ShopCardUse.class);
        for (int i = 0; i < 3_000; i++) {
            String shop = i % 2 == 0 ? "a.example" : "b.example";
            String id = shop + String.format("/%013d-%05d", i, i);
            assertThat(noted.add(id, new ShopCardUse(VIRTUAL, shop, "buyer " + i, time.now())))
                    .isPresent();
        }

        assertThat(shops.uses("b.example"))
                .hasSize(1_500)
                .allMatch(use -> use.shop().equals("b.example"));
        assertThat(shops.streamUses("a.example").skip(1_499)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.ru\\@evil.com", "shop.ru\tx", "https://shop\u200b.ru", "shop.ru/\\evil", ""})
    void givenMisleadingAddress_whenAssigned_thenIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> shops.assign(VIRTUAL, address));
    }
}
