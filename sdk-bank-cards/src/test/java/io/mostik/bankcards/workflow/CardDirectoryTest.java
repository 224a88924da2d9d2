package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Async;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardDirectoryTest {

    private final StateStore store = StateStore.inMemory();
    private final CardDirectory directory = new CardDirectory(store);

    @Test
    void givenCards_whenLookingUp_thenFindsByHolderClientAndShop() {
        directory.update(
                Ucid.of(1), card -> card.employee("e-1").client("c-1", "m-1").shop("https://www.Shop.example/x"));
        directory.update(Ucid.of(2), card -> card.employee("e-2").client("c-2", "m-2"));

        assertThat(directory.ofEmployee("e-1")).extracting(CardRecord::ucid).containsExactly(Ucid.of(1));
        assertThat(directory.ofClient("c-2")).extracting(CardRecord::ucid).containsExactly(Ucid.of(2));
        assertThat(directory.ofShop("shop.example"))
                .extracting(CardRecord::ucid)
                .containsExactly(Ucid.of(1));
        assertThat(new CardDirectory(store).all()).hasSize(2);
        assertThat(directory.all().toString()).doesNotContain("e-1", "c-1", "m-1");
    }

    @Test
    void givenManager_whenLooking_thenSeesOwnClientsOnly() {
        directory.update(Ucid.of(1), card -> card.client("c-1", "m-1"));
        directory.update(Ucid.of(2), card -> card.client("c-2", "m-2"));

        assertThat(directory.visibleTo("m-1")).extracting(CardRecord::ucid).containsExactly(Ucid.of(1));
        assertThat(directory.get(Ucid.of(1), "m-1").client()).contains("c-1");
        assertThatThrownBy(() -> directory.get(Ucid.of(2), "m-1")).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> directory.get(Ucid.of(3), "m-1")).isInstanceOf(SecurityException.class);
    }

    @Test
    void givenReissue_whenMovingRecord_thenKeepsPlaceHoweverOften() {
        directory.update(Ucid.of(1), card -> card.employee("e-1").shop("shop.example"));

        assertThat(directory.reissued(Ucid.of(1), Ucid.of(9))).isPresent();
        CardRecord moved = directory.reissued(Ucid.of(1), Ucid.of(9)).orElseThrow();

        assertThat(moved.employee()).contains("e-1");
        assertThat(moved.shop()).contains("shop.example");
        assertThat(moved.predecessor()).contains(Ucid.of(1));
        assertThat(directory.all()).hasSize(1);
        assertThat(directory.reissued(Ucid.of(5), Ucid.of(6))).isEmpty();
    }

    @Test
    void givenTwoWriters_whenBothChangeACard_thenNothingIsLost() {
        List<CompletableFuture<CardRecord>> changes = new ArrayList<>();
        try (Async async = Async.create()) {
            for (int i = 1; i <= 200; i++) {
                Ucid card = Ucid.of(i);
                String id = "e-" + i;
                changes.add(async.call(() -> new CardDirectory(store).update(card, known -> known.employee(id))));
                changes.add(async.call(() -> directory.update(card, known -> known.shop(id + ".example"))));
            }
            changes.forEach(CompletableFuture::join);
        }

        assertThat(directory.all())
                .hasSize(200)
                .allMatch(card -> card.employee().isPresent() && card.shop().isPresent());
        assertThat(directory.ofEmployee("e-17")).extracting(CardRecord::ucid).containsExactly(Ucid.of(17));
        assertThat(directory.ofShop("e-17.example"))
                .extracting(CardRecord::ucid)
                .containsExactly(Ucid.of(17));
    }

    @Test
    void givenCardThatChangedHands_whenLookingItUp_thenNewHolderHasIt() {
        directory.update(Ucid.of(1), card -> card.employee("e-1"));
        directory.update(Ucid.of(1), card -> card.employee("e-2"));
        directory.update(Ucid.of(2), card -> card.employee("e-2"));
        directory.forget(Ucid.of(2));

        assertThat(directory.ofEmployee("e-1")).isEmpty();
        assertThat(directory.ofEmployee("e-2")).extracting(CardRecord::ucid).containsExactly(Ucid.of(1));
    }

    @Test
    void givenBankThatNamesTheSameCard_whenReissued_thenItStays() {
        directory.update(Ucid.of(1), card -> card.employee("e-1"));

        directory.reissued(Ucid.of(1), Ucid.of(1));

        assertThat(directory.ofEmployee("e-1")).hasSize(1);
    }

    @Test
    void givenBank_whenComparing_thenReportsEveryDifference() {
        ManualTime time = new ManualTime();
        try (TBankSimulator simulator = TBankSimulator.startFrozen();
                TBank bank = SimulatedBank.client(simulator, time)) {
            directory.update(Ucid.of(TBankSimulator.VIRTUAL_CARD), card -> card);
            directory.update(Ucid.of(77), card -> card);
            simulator.status(TBankSimulator.VIRTUAL_CARD, CardStatus.BLOCKED);

            Drift drift = directory.compare(bank.cards().listDetailed(CardQuery.all()));

            assertThat(drift.unrecorded()).extracting(Card::ucid).containsExactly(Ucid.of(TBankSimulator.PLASTIC_CARD));
            assertThat(drift.missing()).extracting(CardRecord::ucid).containsExactly(Ucid.of(77));
            assertThat(drift.unusable())
                    .extracting(CardRecord::ucid)
                    .containsExactly(Ucid.of(TBankSimulator.VIRTUAL_CARD));
            assertThat(drift.isEmpty()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Shop.Example, shop.example",
        "https://www.shop.example:8443/cart?id=1#x, shop.example",
        "http://user:pass@shop.example/, shop.example",
        "shop.example., shop.example",
        "магазин.рф, xn--80aairftm.xn--p1ai",
        "pay.shop.example, pay.shop.example"
    })
    void givenAddress_whenNormalising_thenIsOneSpelling(String address, String domain) {
        assertThat(ShopDomain.normalise(address)).isEqualTo(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "https://", "a b"})
    void givenNoDomain_whenNormalising_thenRefuses(String address) {
        assertThatThrownBy(() -> ShopDomain.normalise(address)).hasMessageContaining("shop");
    }

    @Test
    void givenChangeDuringReissue_whenMoved_thenItIsNotLost() {
        Ucid old = Ucid.of(801);
        directory.update(old, card -> card.employee("e-1"));
        AtomicBoolean first = new AtomicBoolean(true);
        MortalStore slow = MortalStore.over(store).at(MortalStore.Point.after(1), () -> {
            if (first.getAndSet(false)) {
                directory.update(old, card -> card.employee("e-2"));
            }
        });

        new CardDirectory(slow).reissued(old, Ucid.of(802));

        assertThat(directory.ofEmployee("e-2")).extracting(CardRecord::ucid).containsExactly(Ucid.of(802));
        assertThat(directory.find(old)).isEmpty();
    }
}
