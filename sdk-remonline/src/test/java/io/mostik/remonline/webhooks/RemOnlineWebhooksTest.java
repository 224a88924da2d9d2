package io.mostik.remonline.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemOnlineWebhooksTest {

    private static final String ID = "3f2b8c1e-6a47-4d0f-9c52-7be1a0d4c901";
    private static final String SIGNATURE = "811bbe7f56670ef4aaffe3fc644307b9ba8c573dba30b89473b544655d802e9a";
    private static final String OF_CONCATENATION = "cba4370c38b265bcf8e4c18d78b8b34404ae4255cae5095d94db6fcfcaeb5598";
    private static final String BODY = "{\"id\":\"" + ID + "\",\"event_name\":\"Order.Status.Changed\","
            + "\"created_at\":\"2026-02-05T09:00:00Z\",\"context\":{\"object_id\":90412001,\"object_type\":\"order\"},"
            + "\"metadata\":{\"new\":{\"id\":5100205}},\"employee\":{\"id\":7001}}";

    private final WebhookReceiver<RemOnlineEvent> receiver = RemOnlineWebhooks.builder()
            .secret(Secret.of("demo-webhook-secret-01"))
            .build();

    @Test
    void givenSignedEvent_whenReceiving_thenReadsIt() {
        RemOnlineEvent event = receiver.receive(request(BODY, Map.of("X-Signature", List.of(SIGNATURE))));

        assertThat(event.eventName()).contains(EventName.ORDER_STATUS_CHANGED);
        assertThat(event.context().get("object_id").number())
                .hasValueSatisfying(id -> assertThat(id.longValue()).isEqualTo(90412001));
        assertThat(event.metadata().get("new").get("id").text()).contains("5100205");
        assertThat(event.unknown()).containsKey("employee");
    }

    @Test
    void givenOtherIdInTheHeader_whenReceiving_thenRefuses() {
        WebhookRequest forged = request(
                BODY.replace(ID, "another"), Map.of("X-Signature", List.of(SIGNATURE), "X-Webhook-Id", List.of(ID)));
        WebhookRequest other =
                request(BODY, Map.of("X-Signature", List.of(SIGNATURE), "X-Webhook-Id", List.of("another")));

        assertThatThrownBy(() -> receiver.receive(forged)).isInstanceOf(WebhookException.class);
        assertThatThrownBy(() -> receiver.receive(other)).isInstanceOf(WebhookException.class);
    }

    @Test
    void givenEventWithNothingButItsId_whenReceiving_thenReadsIt() {
        RemOnlineEvent event =
                receiver.receive(request("{\"id\":\"" + ID + "\"}", Map.of("X-Signature", List.of(SIGNATURE))));

        assertThat(event.context().isPresent()).isFalse();
        assertThat(event.eventName()).isEmpty();
    }

    @Test
    void givenHashOfTheConcatenation_whenReceiving_thenRefuses() {
        assertRefused(request(BODY, Map.of("X-Signature", List.of(OF_CONCATENATION))));
    }

    @Test
    void givenNoSignature_whenReceiving_thenRefuses() {
        assertRefused(request(BODY, Map.of()));
    }

    @Test
    void givenDoubledSignature_whenReceiving_thenRefuses() {
        assertRefused(request(BODY, Map.of("X-Signature", List.of(SIGNATURE, SIGNATURE))));
    }

    @Test
    void givenEventWithoutId_whenReceiving_thenRefuses() {
        assertRefused(request("{}", Map.of("X-Signature", List.of(SIGNATURE))));
    }

    /** The names are those of the guide, written down here a second time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order.Created",
                "Order.Type.Changed",
                "Order.Status.Changed",
                "Order.Client.Changed",
                "Order.Manager.Changed",
                "Order.Assignee.Changed",
                "Order.Deadline.Changed",
                "Order.Amount.Changed",
                "Order.Location.Changed",
                "Order.Approval.Accepted",
                "Order.Approval.Declined",
                "Order.Deleted",
                "Lead.Created",
                "Lead.Status.Changed",
                "Lead.Client.Changed",
                "Lead.Type.Changed",
                "Lead.Deadline.Changed",
                "Lead.Location.Changed",
                "Lead.Manager.Changed",
                "Lead.Deleted",
                "Task.Created",
                "Task.Completed",
                "Task.Reopened",
                "Task.Deadline.Changed",
                "Task.Assignee.Changed",
                "Task.Deleted",
                "Client.Created",
                "Client.Deleted",
                "Invoice.Created",
                "Invoice.Deleted",
                "CustomerFeedback.Created",
                "Comment.Created",
                "Attachment.Created",
                "Auth.Login"
            })
    void givenPublishedEvent_whenReceiving_thenIsAConstant(String name) {
        String object = name.substring(0, name.indexOf('.')).toLowerCase(Locale.ROOT);
        String body = "{\"id\":\"" + ID + "\",\"created_at\":\"2026-02-05T09:00:00.394404Z\","
                + "\"created_at_ts\":1770282000.394404,\"event_name\":\"" + name + "\",\"context\":{\"object_id\":7,"
                + "\"object_type\":\"" + object + "\"},\"metadata\":{},\"employee\":{\"id\":7001}}";

        RemOnlineEvent event = receiver.receive(request(body, Map.of("X-Signature", List.of(SIGNATURE))));

        assertThat(event.eventName())
                .hasValueSatisfying(found -> assertThat(constants()).contains(found));
        assertThat(event.createdAt()).contains(Instant.parse("2026-02-05T09:00:00.394404Z"));
        assertThat(event.unknown().get("created_at_ts").number()).contains(new BigDecimal("1770282000.394404"));
        assertThat(event.objectId()).hasValue(7);
        assertThat(event.isAbout(object)).isTrue();
        assertThat(event.isDeletion()).isEqualTo(name.endsWith(".Deleted"));
        assertThat(event.eventName().map(EventName::subject)).contains(name.substring(0, name.indexOf('.')));
    }

    @Test
    void givenEventOfTomorrow_whenReceiving_thenArrivesAsItself() {
        RemOnlineEvent event = receiver.receive(request(
                BODY.replace("Order.Status.Changed", "Sale.Created"), Map.of("X-Signature", List.of(SIGNATURE))));

        assertThat(event.eventName()).contains(new EventName("Sale.Created"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[] | 0", "[{\"id\":5}] | 1", "null | 0", "\"text\" | 1", "7 | 1"})
    void givenMetadataOfOtherShape_whenReceiving_thenReads(String metadata, int details) {
        String body = "{\"id\":\"" + ID + "\",\"metadata\":" + metadata + "}";

        RemOnlineEvent event = receiver.receive(request(body, Map.of("X-Signature", List.of(SIGNATURE))));

        assertThat(event.metadata()).hasSize(details);
        assertThat(event.metadata())
                .allSatisfy((name, value) -> assertThat(name).isEqualTo("#0"));
    }

    @Test
    void givenUpperCaseSignature_whenReceiving_thenTakesIt() {
        String upper = SIGNATURE.toUpperCase(Locale.ROOT);

        assertThat(receiver.receive(request(BODY, Map.of("X-Signature", List.of(upper))))
                        .id())
                .isEqualTo(ID);
    }

    private static List<Object> constants() {
        return Arrays.stream(EventName.class.getFields())
                .map(field -> {
                    try {
                        return field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private void assertRefused(WebhookRequest request) {
        assertThatThrownBy(() -> receiver.receive(request))
                .isInstanceOfSatisfying(
                        WebhookException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(WebhookException.Reason.UNVERIFIED));
    }

    private static WebhookRequest request(String body, Map<String, List<String>> headers) {
        return new WebhookRequest("POST", "", headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
