package io.mostik.bridge.onec;

import static io.mostik.testing.onec.OnecBaseSimulator.DAY;
import static io.mostik.testing.onec.OnecBaseSimulator.EMPLOYEE;
import static io.mostik.testing.onec.OnecBaseSimulator.ENTITY;
import static io.mostik.testing.onec.OnecBaseSimulator.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.SdkException;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnecDocumentsTest {

    private static final String EMPLOYEE_ONE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";
    private static final String EMPLOYEE_TWO = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0002";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String LIST = "/base/odata/standard.odata/{entity}";
    private static final String METADATA = "/base/odata/standard.odata/$metadata";

    @RegisterExtension
    final OnecHouse house = new OnecHouse();

    @Test
    void givenNewDocument_whenLookingTwice_thenToldOnceWithItsFields() {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);

        assertThat(house.look()).isEqualTo(1);
        assertThat(house.look()).isZero();

        BridgeEvent event = house.events().get(0);
        assertThat(event.trigger()).isEqualTo("onec.document");
        assertThat(event.connection()).isEqualTo("zup");
        assertThat(event.id()).startsWith(key);
        assertThat(event.data().get("Ref_Key").text()).contains(key);
        assertThat(event.data().get(EMPLOYEE).text()).contains(EMPLOYEE_ONE);
        assertThat(event.data().get("in_force").isTrue()).isTrue();
    }

    @Test
    void givenLook_whenSent_thenTheRequestIsThatOfODataThree() {
        house.look(OnecHouse.QUERY.organisation("Организация_Key", "{6F9619FF-8B86-D011-B42D-00C04FC964FF}"));

        RecordedRequest request = house.base.journal().single("GET", LIST);
        assertThat(request.rawPath())
                .isEqualTo("/base/odata/standard.odata/Document_%D0%A3%D0%B2%D0%BE%D0%BB%D1%8C%D0%BD%D0%B5%D0%BD%D0%B8"
                        + "%D0%B5");
        assertThat(request.rawQuery()).startsWith("$format=json&$orderby=Ref_Key&$top=100&$skip=0&$filter=");
        assertThat(request.query("$filter"))
                .contains("ДатаУвольнения ge datetime'2026-01-30T00:00:00'"
                        + " and ДатаУвольнения lt datetime'2026-03-03T00:00:00'"
                        + " and Организация_Key eq guid'6f9619ff-8b86-d011-b42d-00c04fc964ff'");
        assertThat(request.basicUser()).contains(house.base.user());
    }

    @Test
    void givenFutureDocument_whenItsDayComes_thenTold() {
        house.base.dismiss(EMPLOYEE_ONE, TODAY.plusDays(1));

        assertThat(house.look()).isZero();
        house.time.advance(Duration.ofDays(1));

        assertThat(house.look()).isEqualTo(1);
    }

    @Test
    void givenReaderOffForMonths_whenLookingAgain_thenMissesNothing() {
        house.look();
        house.base.dismiss(EMPLOYEE_ONE, TODAY.plusDays(5));
        house.time.advance(Duration.ofDays(100));

        assertThat(house.look()).isEqualTo(1);
    }

    @Test
    void givenNewVersionWithTheSameFields_whenLookingAgain_thenNothingIsTold() {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.look();
        house.base.write(key, "Number", "0000-000017");

        assertThat(house.look()).isZero();
    }

    @Test
    void givenOtherEmployee_whenLookingTwice_thenToldOnce() {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.look();
        house.base.write(key, EMPLOYEE, EMPLOYEE_TWO);

        assertThat(house.look()).isEqualTo(1);
        assertThat(house.look()).isZero();

        assertThat(house.events())
                .extracting(event -> event.data().get(EMPLOYEE).text().orElse(""))
                .containsExactly(EMPLOYEE_ONE, EMPLOYEE_TWO);
    }

    @Test
    void givenEmptyReference_whenTold_thenItIsLeftOut() {
        house.base.dismiss(NOBODY, TODAY);

        assertThat(house.look()).isEqualTo(1);

        assertThat(house.events().get(0).data().names()).contains("Ref_Key").doesNotContain(EMPLOYEE);
    }

    @Test
    void givenWithdrawnDocument_whenLookedTwice_thenToldOnceAsNotInForce() {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.look();
        house.base.write(key, "Posted", false);

        assertThat(house.look()).isEqualTo(1);
        assertThat(house.look()).isZero();

        assertThat(house.events())
                .extracting(event -> event.data().get("in_force").isTrue())
                .containsExactly(true, false);
    }

    @Test
    void givenDraft_whenPostedLater_thenToldThen() {
        String key = house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.base.write(key, "Posted", false);

        assertThat(house.look()).isZero();
        house.base.write(key, "Posted", true);

        assertThat(house.look()).isEqualTo(1);
    }

    @Test
    void givenTablePart_whenLookedTwice_thenEachLineIsToldOnce() {
        String key = house.base.dismissAll(List.of(EMPLOYEE_ONE, EMPLOYEE_TWO), TODAY);
        OnecQuery query = OnecHouse.QUERY.part(PART);

        assertThat(house.look(query)).isEqualTo(2);
        assertThat(house.look(query)).isZero();

        assertThat(house.events())
                .extracting(event -> event.data().at("line", EMPLOYEE).text().orElse(""))
                .containsExactly(EMPLOYEE_ONE, EMPLOYEE_TWO);
        assertThat(house.events()).allSatisfy(event -> assertThat(event.id()).startsWith(key + "/"));
    }

    @Test
    void givenThreePages_whenLooked_thenEveryDocumentIsTold() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 205; i++) {
            keys.add(house.base.dismiss(UUID.randomUUID().toString(), TODAY));
        }

        assertThat(house.look()).isEqualTo(205);

        assertThat(house.events())
                .extracting(event -> event.data().get("Ref_Key").text().orElse(""))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(house.base.journal().count("GET", LIST)).isEqualTo(3);
    }

    @Test
    void givenBaseWithoutLicences_whenLookedAgain_thenNothingIsMissed() {
        house.base.dismiss(EMPLOYEE_ONE, TODAY);
        house.base.faults().answer(500).times(3);

        assertThatThrownBy(house::look).isInstanceOf(SdkException.class);

        assertThat(house.look()).isEqualTo(1);
    }

    @Test
    void givenFieldThatIsNotPublished_whenLooked_thenItIsNamed() {
        house.base.dismiss(EMPLOYEE_ONE, TODAY);
        OnecQuery query = OnecQuery.of(ENTITY, DAY, List.of("Работник_Key"));

        assertThatThrownBy(() -> house.look(query)).hasMessageContaining("has no field Работник_Key");
    }

    @Test
    void givenNamesThatArePublished_whenChecked_thenNothingIsMissing() {
        OnecQuery query = OnecHouse.QUERY.part(PART).organisation("Организация_Key", EMPLOYEE_ONE);

        assertThat(house.client(UnaryOperator.identity()).check(query)).isEmpty();
    }

    @Test
    void givenWrongNames_whenChecked_thenAllAreNamed() {
        OnecQuery query =
                OnecQuery.of(ENTITY, "ДатаУхода", List.of("Работник_Key")).part("Люди");
        OnecQuery other = OnecQuery.of("Document_Приём", DAY, List.of(EMPLOYEE));
        OnecBase base = house.client(UnaryOperator.identity());

        assertThat(base.check(query))
                .containsExactly(
                        ENTITY + " has no field ДатаУхода",
                        ENTITY + " has no field Люди",
                        ENTITY + " has no field Работник_Key");
        assertThat(base.check(other)).containsExactly("Document_Приём is not published");
    }

    @Test
    void givenDocumentType_whenChecked_thenItIsNotResolved() {
        String hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";
        house.base
                .faults()
                .answer(Answer.bytes(200, "application/xml", hostile.getBytes(StandardCharsets.UTF_8)))
                .on("GET", METADATA);
        OnecBase base = house.client(UnaryOperator.identity());

        assertThatThrownBy(() -> base.check(OnecHouse.QUERY)).hasMessageContaining("no well-formed XML");
    }

    @Test
    void givenConditionsInAName_whenQueried_thenRefused() {
        assertThatThrownBy(() -> OnecQuery.of(ENTITY, "Поле eq 1 or Поле", List.of(EMPLOYEE)))
                .hasMessageContaining("not a name");
        assertThatThrownBy(() -> OnecQuery.of(ENTITY, DAY, List.of())).hasMessageContaining("fields");
        assertThatThrownBy(() -> OnecHouse.QUERY.days(-1, 0)).hasMessageContaining("lookBack");
    }
}
