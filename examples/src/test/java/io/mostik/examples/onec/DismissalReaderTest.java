package io.mostik.examples.onec;

import static io.mostik.testing.onec.OnecBaseSimulator.DAY;
import static io.mostik.testing.onec.OnecBaseSimulator.EMPLOYEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.CardDirectory;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.core.Progress;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.tbank.TBankSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DismissalReaderTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final long OTHER_CARD = TBankSimulator.VIRTUAL_CARD;
    private static final String EMPLOYEE_ONE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";
    private static final String EMPLOYEE_TWO = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0002";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String LIST = "/base/odata/standard.odata/{entity}";

    @RegisterExtension
    final BridgeHouse house = new BridgeHouse();

    @BeforeEach
    void noteHolders() {
        CardDirectory directory = CardWorkflows.of(house.client, house.store).directory();
        directory.update(Ucid.of(CARD), card -> card.employee(EMPLOYEE_ONE));
        directory.update(Ucid.of(OTHER_CARD), card -> card.employee(EMPLOYEE_TWO));
    }

    @Test
    void givenNewDocument_whenLookingTwice_thenCardIsBlockedOnce() throws Exception {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);

        assertThat(house.bridge.look()).extracting(Intent::document).containsExactly(key);
        house.restart();
        assertThat(house.bridge.look()).isEmpty();

        assertThat(house.bank.timesBlocked(CARD)).isEqualTo(1);
        assertThat(house.caller.get("/events?after=0").text("count")).isEqualTo("1");
    }

    @Test
    void givenLook_whenSent_thenTheRequestIsThatOfODataThree() {
        house.bridge.look();

        RecordedRequest request = house.base.journal().single("GET", LIST);
        assertThat(request.rawPath())
                .isEqualTo("/base/odata/standard.odata/Document_%D0%A3%D0%B2%D0%BE%D0%BB%D1%8C%D0%BD%D0%B5%D0%BD%D0%B8"
                        + "%D0%B5");
        assertThat(request.rawQuery()).startsWith("$format=json&$orderby=Ref_Key&$top=100&$skip=0&$filter=");
        assertThat(request.query("$filter"))
                .contains("ДатаУвольнения ge datetime'2026-01-30T00:00:00'"
                        + " and ДатаУвольнения lt datetime'2026-03-03T00:00:00'");
        assertThat(request.basicUser()).contains(house.base.user());
    }

    @Test
    void givenFutureDocument_whenItsDayComes_thenCardIsBlocked() {
        house.base.dismiss(EMPLOYEE_ONE, TODAY.plusDays(1));

        assertThat(house.bridge.look()).isEmpty();
        house.time.advance(Duration.ofHours(12));
        assertThat(house.bridge.look()).hasSize(1);

        assertThat(house.bank.timesBlocked(CARD)).isEqualTo(1);
    }

    @Test
    void givenBridgeOffForMonths_whenLookingAgain_thenMissesNothing() {
        house.bridge.look();
        house.base.dismiss(EMPLOYEE_ONE, TODAY.plusDays(5));
        house.time.advance(Duration.ofDays(100));

        assertThat(house.bridge.look()).hasSize(1);
    }

    @Test
    void givenNewVersion_whenLookingAgain_thenNothingMoreIsAsked() {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.bridge.look();
        house.base.write(key, "Number", "0000-000017");

        assertThat(house.bridge.look()).isEmpty();

        assertThat(house.bank.timesBlocked(CARD)).isEqualTo(1);
    }

    @Test
    void givenOtherEmployee_whenLookingTwice_thenCardIsBlockedOnce() {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.bridge.look();
        house.base.write(key, EMPLOYEE, EMPLOYEE_TWO);

        assertThat(house.bridge.look())
                .singleElement()
                .satisfies(
                        intent -> assertThat(intent.errand().note().orElse("")).contains(key, "another employee"));
        assertThat(house.bridge.look()).isEmpty();

        assertThat(house.bank.timesBlocked(OTHER_CARD)).isEqualTo(1);
    }

    @Test
    void givenNoEmployee_whenLookingTwice_thenPeopleAreToldOnce() {
        house.base.dismiss("00000000-0000-0000-0000-000000000000", TODAY);

        assertThat(house.bridge.look())
                .extracting(Intent::message)
                .singleElement()
                .asString()
                .contains("names no employee");
        assertThat(house.bridge.look()).isEmpty();
    }

    @Test
    void givenWithdrawnDocument_whenLookedTwice_thenPeopleAreToldOnce() throws Exception {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.bridge.look();
        house.base.write(key, "Posted", false);

        assertThat(house.bridge.look())
                .extracting(Intent::message)
                .singleElement()
                .asString()
                .contains("withdrawn");
        assertThat(house.bridge.look()).isEmpty();

        assertThat(house.caller.get("/events?after=0").text("count")).isEqualTo("2");
    }

    @Test
    void givenDraft_whenPostedLater_thenTheCardIsBlockedThen() {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.base.write(key, "Posted", false);

        assertThat(house.bridge.look()).isEmpty();
        house.base.write(key, "Posted", true);
        assertThat(house.bridge.look()).hasSize(1);
    }

    @Test
    void givenDocumentSentOverHttp_whenLooking_thenIsOneErrand() throws Exception {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.caller.post("/dismissals", Map.of("document", key, "employee", EMPLOYEE_ONE));

        assertThat(house.bridge.look()).isEmpty();
    }

    @Test
    void givenThreePages_whenLooked_thenEveryDocumentIsFound() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 205; i++) {
            keys.add(house.base.dismiss(UUID.randomUUID().toString(), TODAY));
        }

        assertThat(house.bridge.look()).extracting(Intent::document).containsExactlyInAnyOrderElementsOf(keys);

        assertThat(house.base.journal().count("GET", LIST)).isEqualTo(3);
    }

    @Test
    void givenDismissals_whenLookedTwice_thenProgressIsToldOnce() {
        house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.base.dismiss(EMPLOYEE_TWO, TODAY);

        house.bridge.look();
        house.bridge.look();

        assertThat(house.progress).filteredOn(Progress::ended).hasSize(1);
        assertThat(house.progress.get(house.progress.size() - 1).toString()).startsWith("2 of 2 dismissals");
    }

    @Test
    void givenBaseWithoutLicences_whenLookedAgain_thenNothingIsMissed() {
        house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.base.faults().answer(500).times(3);

        assertThatThrownBy(() -> house.bridge.look()).isInstanceOf(SdkException.class);
        assertThat(house.bridge.look()).hasSize(1);
    }

    @Test
    void givenFieldThatIsNotPublished_whenLooked_thenItIsNamed() {
        house.base.dismiss(EMPLOYEE_ONE, TODAY);
        OnecNames names =
                new OnecNames(OnecNames.example().entity(), "Работник_Key", DAY, "Организация_Key", Optional.empty());
        OnecBase base = new OnecBase(
                OnecBase.settings(house.base.uri().toString()).build(),
                house.base.user(),
                Secret.of(house.base.password()),
                names);

        assertThatThrownBy(() -> base.dismissals(TODAY, TODAY.plusDays(1)).toList())
                .hasMessageContaining("has no field Работник_Key");
    }
}
