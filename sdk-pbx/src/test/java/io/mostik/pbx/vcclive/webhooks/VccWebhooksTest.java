package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookRequest;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VccWebhooksTest {

    private static final String USER_CHANGED = "{\"old\":{\"userid\":33,\"username\":\"nora_op\"},"
            + "\"new\":{\"userid\":33,\"username\":\"nora_op\",\"name\":\"Kovács Nóra\",\"isAgent\":true,\"hourly\":0,"
            + "\"monthly\":12.5,\"redistribution\":1,\"messageLists\":[],\"mobilePhone\":null,\"mobileProjectId\":null,"
            + "\"password\":\"canary-new-password\"},\"timestamp\":\"2026-03-02T09:00:00+0100\"}";
    private static final String USER_CREATED = "{\"old\":null,\"new\":{\"userid\":\"33\"}}";
    private static final String PAYMENT = "{\"payment\":{\"status\":\"succesful\",\"amount\":\"1500.50\","
            + "\"currency\":\"huf\",\"payment_type\":\"creditcard\",\"card_number_trailing\":\"4242\","
            + "\"card_number_length\":16,\"card_expiration\":\"0729\",\"transactionid\":\"t-1\",\"vposid\":null,"
            + "\"token\":\"canary-token\"},\"in_call\":1,\"uuid\":\"u-1\",\"numberid\":8377,\"teamids\":[2],"
            + "\"timestamp\":\"2026-03-02T10:15:42+01:00\",\"client_data\":[]}";

    private final VccWebhooks webhooks = VccWebhooks.builder()
            .secret("secret-key", Secret.of(VccRequests.SECRET))
            .build();

    @Test
    void givenPayment_whenReceiving_thenReadsItAndHidesCardAndToken() {
        PaymentTransaction event = webhooks.paymentTransaction().receive(VccRequests.post(PAYMENT));

        assertThat(event.payment().status()).contains(PaymentStatus.SUCCESSFUL);
        assertThat(event.payment().amount()).contains(new BigDecimal("1500.50"));
        assertThat(event.payment().token().orElseThrow().toSecret()).isEqualTo(Secret.of("canary-token"));
        assertThat(event.payment().vposId()).isEmpty();
        assertThat(event.inCall()).contains(true);
        assertThat(event.clientData()).isEmpty();
        assertThat(event.toString()).doesNotContain("4242", "0729", "canary-token");
    }

    @Test
    void givenBeginningAndOutcome_whenComparing_thenTheirKeysDiffer() {
        PaymentTransaction outcome = webhooks.paymentTransaction().receive(VccRequests.post(PAYMENT));
        PaymentTransaction again =
                webhooks.paymentTransaction().receive(VccRequests.post(PAYMENT.replace("10:15:42", "10:15:59")));
        PaymentTransaction beginning =
                webhooks.paymentTransaction().receive(VccRequests.post(PAYMENT.replace("succesful", "in_progress")));

        assertThat(beginning.payment().status()).contains(PaymentStatus.IN_PROGRESS);
        assertThat(again.deliveryKey()).isEqualTo(outcome.deliveryKey());
        assertThat(beginning.deliveryKey()).isNotEqualTo(outcome.deliveryKey());
    }

    @Test
    void givenChangedUser_whenReceiving_thenReadsItAndHidesPassword() {
        UserEvent event = webhooks.userEvents().receive(VccRequests.post(USER_CHANGED));

        assertThat(event.isCreated()).isFalse();
        assertThat(event.current().monthly()).contains("12.5");
        assertThat(event.current().redistribution()).contains(true);
        assertThat(event.current().isAgent()).contains(true);
        assertThat(event.current().mobileProjectId()).isEmpty();
        assertThat(event.current().password().orElseThrow().reveal()).isEqualTo("canary-new-password");
        assertThat(event.timestamp().flatMap(EventTime::instant)).contains(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(event.toString()).doesNotContain("canary", "Kovács");
    }

    @Test
    void givenUserOfTheOtherKind_whenReceiving_thenRefuses() {
        assertThat(webhooks.userCreated()
                        .receive(VccRequests.post(USER_CREATED))
                        .isCreated())
                .isTrue();
        assertThat(webhooks.userChanged()
                        .receive(VccRequests.post(USER_CHANGED))
                        .isCreated())
                .isFalse();
        assertThatThrownBy(() -> webhooks.userCreated().receive(VccRequests.post(USER_CHANGED)))
                .hasMessageContaining("changed user");
        assertThatThrownBy(() -> webhooks.userChanged().receive(VccRequests.post(USER_CREATED)))
                .hasMessageContaining("new user");
    }

    @Test
    void givenEventsOfUnknownShape_whenReceiving_thenGivesThemRaw() {
        String body = "{\"anything\":{\"at\":\"all\"}}";

        assertThat(webhooks.sms()
                        .receive(VccRequests.post(body))
                        .at("anything", "at")
                        .text())
                .contains("all");
        assertThat(webhooks.mobileDisposition()
                        .receive(VccRequests.get("anything%5Bat%5D=all"))
                        .at("anything", "at")
                        .text())
                .contains("all");
    }

    @Test
    void givenOneAddress_whenReceiving_thenTellsEventsByShape() {
        assertThat(any(PAYMENT)).isInstanceOf(PaymentTransaction.class);
        assertThat(any(USER_CREATED)).isInstanceOf(UserEvent.class);
        assertThat(any(VccRequests.file("callDisposition.json"))).isInstanceOf(CallDisposition.class);
        assertThat(any("{\"projectId\":134,\"secondaryProjectIds\":[]}")).isInstanceOf(ProjectLogin.class);
    }

    @Test
    void givenUnknownShape_whenReceivingAnyEvent_thenGivesItRaw() {
        VccEvent event = any("{\"colour\":\"crimson\"}");

        assertThat(event)
                .isInstanceOfSatisfying(
                        UnknownEvent.class,
                        raw -> assertThat(raw.content().get("colour").text()).contains("crimson"))
                .asString()
                .doesNotContain("crimson");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02 10:15:42, 2026-03-02T10:15:42",
        "2026-03-02 10-15-42, 2026-03-02T10:15:42",
        "2026-03-02T10:15:42+01:00, 2026-03-02T10:15:42",
        "2026-13-02 10:15:42,",
        "soon,"
    })
    void givenTimeInSomeSpelling_whenReading_thenGivesTheLocalTime(String text, String local) {
        assertThat(EventTime.of(text).local().map(Object::toString).orElse(null))
                .isEqualTo(local);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:15:42+01:00",
        "2026-03-02T10:15:42+0100",
        "2026-03-02T09:15:42Z",
        "2026-03-02T09:15:42.000Z"
    })
    void givenTimeWithOffset_whenReading_thenGivesTheMoment(String text) {
        assertThat(EventTime.of(text).instant()).contains(Instant.parse("2026-03-02T09:15:42Z"));
    }

    private VccEvent any(String body) {
        WebhookRequest request = VccRequests.post(body);
        return webhooks.anyEvent().receive(request);
    }
}
