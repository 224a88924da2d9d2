package io.mostik.pbx.vcclive.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.TransportException;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccExtension;
import io.mostik.pbx.vcclive.VccReply;
import io.mostik.pbx.vcclive.errors.ErrorKey;
import io.mostik.pbx.vcclive.errors.VccError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordsApiTest {

    private static final NewRecord RECORD = NewRecord.builder()
            .field("name", "Kovács Nóra")
            .field("city", FormValue.valueId(7))
            .field("interest", FormValue.texts(List.of("loan", "card")))
            .contact(
                    PhoneSlot.of(1),
                    NewContact.builder().phone("36301112233").title("owner").build())
            .phoneField(PhoneSlot.of(1))
            .nextCallDate(LocalDateTime.of(2026, 3, 2, 9, 30))
            .disposition(NewDisposition.builder()
                    .dispositionId(12)
                    .userId(17)
                    .nextContact(PhoneSlot.of(2))
                    .build())
            .build();

    @RegisterExtension
    final VccExtension vcc = new VccExtension();

    final VendorServer vendor = vcc.vendor();

    @Test
    void givenRecord_whenAdding_thenSendsWhatTheVendorAsksFor() {
        vendor.answers(VccReply.response("8377"));

        assertThat(vcc.client().records().add(134, RECORD)).hasValue(8377);

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/v2/projects/134/records");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.body())
                .isEqualTo("{\"form\":{\"name\":\"Kovács Nóra\",\"city\":7,\"interest\":\"loan|card\","
                        + "\"phone1\":\"36301112233\"},"
                        + "\"contacts\":{\"phone1\":{\"phone\":\"36301112233\",\"title\":\"owner\"}},"
                        + "\"disposition\":{\"dispositionid\":\"12\",\"userid\":\"17\",\"next_contactid\":\"2\"},"
                        + "\"phone_field\":\"phone1\",\"next_calldate\":\"2026-03-02 09:30:00\"}");
    }

    @Test
    void givenAnswerThatSaysOnlyTrue_whenAdding_thenThereIsNoId() {
        vendor.answers(VccReply.response("true"));

        assertThat(vcc.client().records().add(134, RECORD)).isEmpty();
    }

    @Test
    void givenRefusal_whenAdding_thenKeepsKeyIndexAndPropertyAsData() {
        vendor.answers(VccReply.text(
                417,
                "{\"response\":false,\"errors\":[{\"errorcode\":417,\"index\":1,\"errormessage\":"
                        + "\"error.name_must_be_between\",\"property\":\"name\"}]}"));

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> vcc.client().records().add(134, RECORD));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.code()).contains(ErrorKey.WRONG_NAME_LENGTH.value());
        assertThat(VccError.listOf(failure)).singleElement().satisfies(error -> {
            assertThat(error.errorCode()).isEqualTo(417);
            assertThat(error.key()).isEqualTo(ErrorKey.WRONG_NAME_LENGTH);
            assertThat(error.index()).hasValue(1);
            assertThat(error.property()).contains("name");
        });
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenLostAnswer_whenAdding_thenIsUnknownAndSentOnce() {
        vendor.dropsAnswer().answers(VccReply.response("1"));

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> vcc.client().records().add(134, RECORD));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenBusyGateway_whenAdding_thenSendsOnceAndSaysUnknown() {
        vendor.answers(VccReply.text(502, "bad gateway")).answers(VccReply.response("1"));

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> vcc.client().records().add(134, RECORD));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenTextWithSeparator_whenSettingSeveral_thenNamesElement() {
        assertThatThrownBy(() -> FormValue.texts(List.of("loan", "card|cash")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("texts[1]")
                .hasMessageNotContaining("cash");
    }

    @Test
    void givenNoSuchSlot_whenNamingIt_thenRefuses() {
        assertThatThrownBy(() -> PhoneSlot.of(0)).hasMessageContaining("phone1 to phone9");
        assertThatThrownBy(() -> PhoneSlot.of(10)).hasMessageContaining("phone1 to phone9");
        assertThatThrownBy(() -> new PhoneSlot("phone")).hasMessageContaining("phone1 to phone9");
    }

    @Test
    void givenEmptyForm_whenBuilding_thenNamesIt() {
        assertThatThrownBy(() -> NewRecord.builder().build()).hasMessageContaining("form");
    }

    @Test
    void givenRecord_whenPrintingIt_thenShowsNothingPersonal() {
        assertThat(RECORD.toString()).doesNotContain("Kovács", "36301112233", "owner", "loan");
    }

    @Test
    void givenRecord_whenGetting_thenReadsWhatTheVendorSends() {
        vendor.answers(VccReply.file(getClass(), "records.get.json"));

        RecordDetails record = vcc.client().records().get(134, 8377);

        assertThat(record.data().get("city").text()).contains("501");
        assertThat(record.data().get("interest").elements()).hasSize(2);
        assertThat(record.contacts().get("phone1").email()).contains("nora@example.hu");
        assertThat(record.events().get(0).clientSearch()).contains(true);
        assertThat(record.events().get(0).unknown()).containsKey("dispositionid");
        assertThat(record.cdrs().get(0).uuid()).isEqualTo("u-1");
        assertThat(record.createDateUtc()).contains(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(record.toString()).doesNotContain("Kovács", "36301112233", "nora@example.hu");
    }

    @Test
    void givenEmptyObjectsAsArrays_whenGetting_thenReadsThemAsEmpty() {
        vendor.answers(VccReply.response("{\"data\":[],\"contacts\":[],\"events\":[],\"cdrs\":[]}"));

        RecordDetails record = vcc.client().records().get(134, 8377);

        assertThat(record.data()).isEmpty();
        assertThat(record.contacts()).isEmpty();
    }

    @Test
    void givenForeignNumber_whenSettingContact_thenSuitsTheVendor() {
        assertThat(NewContact.builder().phone("06 (30) 111-2233").build().phone())
                .isEqualTo("36301112233");
        assertThat(NewContact.builder().phone("0049 30 123456").build().phone()).isEqualTo("4930123456");
        assertThat(NewContact.builder().phone("101").build().phone()).isEqualTo("101");
        assertThatThrownBy(() -> NewContact.builder().phone("call me").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phone")
                .hasMessageNotContaining("call me");
    }

    @Test
    void givenElementsThatContradict_whenBuilding_thenRefuses() {
        assertThatThrownBy(() ->
                        RecordUpdate.builder().putForm("a", FormValue.text("b")).build())
                .hasMessageContaining("numberId or search");
        assertThatThrownBy(() -> RecordUpdate.of(1, Map.of())).hasMessageContaining("form");
        assertThatThrownBy(() -> RecordBatch.of(List.of())).hasMessageContaining("elements");
        assertThatThrownBy(() ->
                        DispositionUpdate.builder().search(Map.of("city", "x")).build())
                .hasMessageContaining("act_status");
        assertThatThrownBy(() -> ContactUpdate.builder().build()).hasMessageContaining("change");
    }
}
