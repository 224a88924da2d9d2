package io.mostik.pbx.vcclive.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.VccReply;
import io.mostik.pbx.vcclive.errors.ErrorKey;
import io.mostik.pbx.vcclive.errors.VccError;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    VccLive vcc;

    @BeforeEach
    void connect() {
        vcc = VccLive.builder()
                .customer("mycc")
                .token(Secret.of("test-token"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        vcc.close();
    }

    @Test
    void givenRecord_whenAdding_thenSendsWhatTheVendorAsksFor() {
        vendor.answers(VccReply.response("8377"));

        assertThat(vcc.records().add(134, RECORD)).hasValue(8377);

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

        assertThat(vcc.records().add(134, RECORD)).isEmpty();
    }

    @Test
    void givenRefusal_whenAdding_thenKeepsKeyIndexAndPropertyAsData() {
        vendor.answers(VccReply.text(
                417,
                "{\"response\":false,\"errors\":[{\"errorcode\":417,\"index\":1,\"errormessage\":"
                        + "\"error.name_must_be_between\",\"property\":\"name\"}]}"));

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> vcc.records().add(134, RECORD));

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
    void givenAnswerThatIsDropped_whenAdding_thenSendsOnceAndSaysUnknown() {
        vendor.dropsAnswer().answers(VccReply.response("1"));

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> vcc.records().add(134, RECORD));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenBusyGateway_whenAdding_thenSendsOnceAndSaysUnknown() {
        vendor.answers(VccReply.text(502, "bad gateway")).answers(VccReply.response("1"));

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> vcc.records().add(134, RECORD));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenTextWithSeparator_whenSettingSeveral_thenNamesTheElement() {
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
}
