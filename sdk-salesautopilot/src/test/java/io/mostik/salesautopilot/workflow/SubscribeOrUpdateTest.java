package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeOrUpdateTest extends VendorTest {

    private static final FormId UPDATE_FORM = FormId.of(20772);
    private static final RecordId ID = RecordId.of(7);
    private static final RecordFields KATA = RecordFields.builder()
            .email("kata@example.hu")
            .firstName("Kata")
            .lastName("Molnár")
            .ipAddress("198.51.100.24")
            .build();

    @Test
    void givenNewAddress_whenUpserting_thenCreates() {
        vendor.answers(200, "7");

        assertThat(upsert()).isEqualTo(new Contact(ID, Change.CREATED, ConsentState.ACTIVE));
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenKnownAddress_whenUpserting_thenSendsWhatDiffers() {
        vendor.answers(200, "-1")
                .answers(
                        200,
                        "[{\"id\":\"7\",\"email\":\"KATA@example.hu\",\"mssys_firstname\":\"Kata\",\"mssys_lastname\":\"Kovács\"}]")
                .answers(200, "1");

        assertThat(upsert()).isEqualTo(new Contact(ID, Change.UPDATED, ConsentState.ACTIVE));

        vendor.received();
        assertThat(vendor.received().target()).isEqualTo("/list/5123/field/email/value/kata%40example.hu");
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/update/5123/form/20772/record/7");
        assertThat(sent.body()).isEqualTo("{\"mssys_lastname\":\"Molnár\"}");
    }

    @Test
    void givenSameValues_whenUpserting_thenRunsNoForm() {
        vendor.answers(200, "-1")
                .answers(
                        200,
                        "{\"id\":\"7\",\"email\":\"KATA@example.hu\",\"mssys_firstname\":\"Kata\",\"mssys_lastname\":\"Molnár\"}");

        assertThat(upsert()).isEqualTo(new Contact(ID, Change.UNCHANGED, ConsentState.ACTIVE));
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenBadAddress_whenUpserting_thenSaysSo() {
        vendor.answers(200, "-2").answers(200, "0").answers(200, "-1").answers(200, "[]");

        assertThat(refusal()).isEqualTo(Reason.INVALID_EMAIL);
        assertThat(catchThrowableOfType(SdkException.class, this::upsert).outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(refusal()).isEqualTo(Reason.NO_RECORD);
    }

    @Test
    void givenAnotherPersonsRecord_whenUpserting_thenItIsNotChanged() {
        vendor.answers(200, "-1").answers(200, "[{\"id\":\"8\",\"email\":\"káta@example.hu\"}]");

        assertThat(refusal()).isEqualTo(Reason.NO_RECORD);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenAnotherPersonsRecord_whenUpdating_thenNobodyIsThere() {
        vendor.answers(200, "[{\"id\":\"8\",\"email\":\"káta@example.hu\"}]");

        assertThat(marketing().contacts(LIST, UPDATE_FORM).updateIfThere(KATA)).isEmpty();
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenPhoneWithOneZeroLess_whenUpserting_thenTheZeroIsSent() {
        RecordFields phone = RecordFields.builder()
                .email("k@example.hu")
                .mobile("06301112233")
                .build();
        vendor.answers(200, "[{\"id\":\"7\",\"email\":\"k@example.hu\",\"mssys_mobile\":\"6301112233\"}]")
                .answers(200, "1");

        assertThat(marketing().contacts(LIST, UPDATE_FORM).updateIfThere(phone))
                .contains(new Contact(ID, Change.UPDATED, ConsentState.ACTIVE));

        vendor.received();
        assertThat(vendor.received().body()).isEqualTo("{\"mssys_mobile\":\"06301112233\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {" kata@example.hu ", "\u00a0kata@example.hu", "\tkata@example.hu\u2003\n"})
    void givenBlanksAroundAddress_whenUpserting_thenAreDropped(String email) {
        RecordFields typed =
                RecordFields.builder().firstName("Kata").email(email).build();
        vendor.answers(200, "-1")
                .answers(200, "[{\"id\":\"7\",\"email\":\"kata@example.hu\"}]")
                .answers(200, "1");

        Contact upsert = marketing().contacts(LIST, UPDATE_FORM).subscribeOrUpdate(FORM, typed);

        assertThat(upsert).isEqualTo(new Contact(ID, Change.UPDATED, ConsentState.ACTIVE));
        assertThat(vendor.received().body()).contains("\"email\":\"kata@example.hu\"");
        assertThat(vendor.received().target()).isEqualTo("/list/5123/field/email/value/kata%40example.hu");
        assertThat(vendor.received().body()).isEqualTo("{\"mssys_firstname\":\"Kata\"}");
    }

    private Reason refusal() {
        return catchThrowableOfType(MarketingRefusedException.class, this::upsert)
                .reason();
    }

    private Contact upsert() {
        return marketing().contacts(LIST, UPDATE_FORM).subscribeOrUpdate(FORM, KATA);
    }
}
