package io.mostik.salesautopilot.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.subscribers.Upsert.Result;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

        assertThat(upsert()).isEqualTo(new Upsert(Result.CREATED, Optional.of(ID)));
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenKnownAddress_whenUpserting_thenSendsWhatDiffers() {
        vendor.answers(200, "-1")
                .answers(200, "[{\"id\":\"7\",\"mssys_firstname\":\"Kata\",\"mssys_lastname\":\"Kovács\"}]")
                .answers(200, "1");

        assertThat(upsert()).isEqualTo(new Upsert(Result.UPDATED, Optional.of(ID)));

        vendor.received();
        assertThat(vendor.received().target()).isEqualTo("/list/5123/field/email/value/kata%40example.hu");
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/update/5123/form/20772/record/7");
        assertThat(sent.body()).isEqualTo("{\"mssys_lastname\":\"Molnár\"}");
    }

    @Test
    void givenSameValues_whenUpserting_thenRunsNoForm() {
        vendor.answers(200, "-1")
                .answers(200, "{\"id\":\"7\",\"mssys_firstname\":\"Kata\",\"mssys_lastname\":\"Molnár\"}");

        assertThat(upsert()).isEqualTo(new Upsert(Result.UNCHANGED, Optional.of(ID)));
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenBadAddress_whenUpserting_thenSaysSo() {
        vendor.answers(200, "-2").answers(200, "0").answers(200, "-1").answers(200, "[]");

        assertThat(upsert().result()).isEqualTo(Result.INVALID_EMAIL);
        assertThat(upsert().result()).isEqualTo(Result.REFUSED);
        assertThat(upsert().result()).isEqualTo(Result.REFUSED);
    }

    private Upsert upsert() {
        return sales.subscribers(LIST).subscribeOrUpdate(FORM, UPDATE_FORM, KATA);
    }
}
