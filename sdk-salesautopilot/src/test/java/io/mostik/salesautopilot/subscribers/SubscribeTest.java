package io.mostik.salesautopilot.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.TransportException;
import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeTest extends VendorTest {

    private static final RecordFields KATA = RecordFields.builder()
            .email("kata.molnar@example.hu")
            .firstName("Kata")
            .lastName("Molnár")
            .ipAddress("198.51.100.24")
            .set(FieldName.of("erdeklodes"), "jóga")
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"48213", "\"48213\"", " 48213\n", "\" 48213 \"", "48213.0"})
    void givenNewAddress_whenSubscribing_thenReturnsItsRecord(String answer) {
        vendor.answers(200, answer);

        Subscription subscription = sales.subscribers(LIST).subscribe(FORM, KATA);

        VendorServer.Sent sent = vendor.received();
        assertThat(subscription).isEqualTo(new Subscription.Subscribed(RecordId.of(48213)));
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/subscribe/5123/form/20771");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.body())
                .isEqualTo("{\"email\":\"kata.molnar@example.hu\",\"mssys_firstname\":\"Kata\","
                        + "\"mssys_lastname\":\"Molnár\",\"mssys_ipaddress\":\"198.51.100.24\","
                        + "\"erdeklodes\":\"jóga\"}");
    }

    @Test
    void givenKnownAddress_whenSubscribing_thenSaysSo() {
        vendor.answers(200, "-1");

        assertThat(sales.subscribers(LIST).subscribe(FORM, KATA)).isEqualTo(new Subscription.AlreadySubscribed());
    }

    @Test
    void givenMalformedAddress_whenSubscribing_thenSaysSo() {
        vendor.answers(200, "\"-2\"");

        assertThat(sales.subscribers(LIST).subscribe(FORM, KATA)).isEqualTo(new Subscription.InvalidEmail());
    }

    @Test
    void givenRefusal_whenSubscribing_thenKeepsTheCode() {
        vendor.answers(200, "0").answers(200, "-7");

        assertThat(sales.subscribers(LIST).subscribe(FORM, KATA)).isEqualTo(new Subscription.Refused(0));
        assertThat(sales.subscribers(LIST).subscribe(FORM, KATA)).isEqualTo(new Subscription.Refused(-7));
    }

    @Test
    void givenLostAnswer_whenSubscribing_thenIsUnknownAndSentOnce() {
        vendor.dropsAnswer().answers(200, "48213");

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> sales.subscribers(LIST).subscribe(FORM, KATA));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
        assertThat(failure).hasMessageNotContaining("kata");
    }

    @Test
    void givenPersonalFields_whenPrinting_thenShowsTheirNamesOnly() {
        assertThat(KATA.toString()).contains("mssys_lastname").doesNotContain("Molnár", "198.51");
    }
}
