package io.mostik.pbx.vcclive.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.vcclive.links.SkippedField.Reason;
import io.mostik.pbx.vcclive.records.FormValue;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.EventDisposition;
import io.mostik.pbx.vcclive.webhooks.EventUser;
import io.mostik.pbx.vcclive.webhooks.SentSecret;
import io.mostik.pbx.vcclive.webhooks.UserEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    private static final long PROJECT = 134;
    private static final FieldMapping SUBSCRIBER = FieldMapping.of(
            FieldRule.text("merges.FNAME", "name").asRequired(),
            FieldRule.phone("merges.PHONE", "phone1"),
            FieldRule.texts("merges.LIKES", "interest"),
            FieldRule.text("merges.CITY", "city"));
    private static final Map<String, String> NORA = Map.of(
            "email", "nora@example.hu",
            "merges.FNAME", "Nóra",
            "merges.PHONE", "06 30 111 2233",
            "merges.LIKES", "loan, card",
            "merges.CITY", "");

    @Test
    void givenFields_whenMapping_thenTellsWhatItCouldNotMap() {
        MappingResult mapped = SUBSCRIBER.apply(NORA);

        assertThat(mapped.form()).containsOnlyKeys("name", "phone1", "interest");
        assertThat(mapped.unmapped())
                .containsExactlyInAnyOrder(
                        new SkippedField("merges.CITY", Reason.MISSING), new SkippedField("email", Reason.NO_RULE));
        assertThat(mapped.isUsable()).isTrue();
        assertThat(mapped.toString()).doesNotContain("Nóra", "nora@example.hu");
    }

    @Test
    void givenUnreadableOrRequiredFields_whenMapping_thenSaysSo() {
        FieldMapping strict = FieldMapping.of(
                FieldRule.phone("phone", "phone1").asRequired(),
                new FieldRule("city", "city", FieldRule.Kind.VALUE_ID, false),
                FieldRule.texts("likes", "interest"));

        MappingResult mapped = strict.apply(Map.of("phone", "call me", "city", "Győr", "likes", "a|b"));

        assertThat(mapped.unmapped())
                .containsExactlyInAnyOrder(
                        new SkippedField("phone", Reason.REQUIRED),
                        new SkippedField("city", Reason.UNREADABLE),
                        new SkippedField("likes", Reason.UNREADABLE));
        assertThat(mapped.isUsable()).isFalse();
        assertThatThrownBy(() -> FieldMapping.of(FieldRule.text("a", "x"), FieldRule.text("b", "x")))
                .hasMessageContaining("same field");
    }

    @Test
    void givenAudience_whenSomebodySubscribes_thenTheFormIsRead() {
        WebhookReceiver<AudienceEvent> audience =
                AudienceWebhooks.builder().secret("key", Secret.of("s-1")).build();
        List<AudienceEvent> events = new ArrayList<>();
        String form = "type=subscribe&fired_at=2026-03-02+09%3A00%3A00&data%5Bid%5D=8a25ff1d98"
                + "&data%5Bemail%5D=nora%40example.hu&data%5Bmerges%5D%5BFNAME%5D=N%C3%B3ra";

        int status = audience.handle(post("key=s-1", form), events::add).status();

        assertThat(status).isEqualTo(200);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.subscriber().orElseThrow().fields()).isEqualTo(event.fields());
            assertThat(event.firedAt()).contains("2026-03-02 09:00:00");
            assertThat(event.email()).contains("nora@example.hu");
            assertThat(event.fields()).containsEntry("merges.FNAME", "Nóra").containsKey("id");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "&fired_at=2026-03-02+09%3A00%3A00, &fired_at=2026-03-02+09%3A00%3A00, 1",
        "&fired_at=2026-03-02+09%3A00%3A00, &fired_at=2026-03-09+09%3A00%3A00, 2",
        "'', '', 2",
        "&fired_at=, &fired_at=, 2"
    })
    void givenSamePersonTwice_whenTimesDiffer_thenAreTwoEvents(String first, String second, int handled) {
        WebhookReceiver<AudienceEvent> audience = AudienceWebhooks.builder()
                .secret("key", Secret.of("s-1"))
                .build()
                .once(Once.over(StateStore.inMemory()));
        List<AudienceEvent> events = new ArrayList<>();
        String form = "type=subscribe&data%5Bid%5D=8a25ff1d98&data%5Bemail%5D=nora%40example.hu";

        for (String time : List.of(first, second)) {
            assertThat(audience.handle(post("key=s-1", form + time), events::add))
                    .isEqualTo(WebhookReply.ok());
        }

        assertThat(events).hasSize(handled);
    }

    @Test
    void givenFieldOfSeveralValues_whenReceived_thenAllAreKept() {
        String form = "type=profile&data%5Bmerges%5D%5BLIKES%5D%5B%5D=loan&data%5Bmerges%5D%5BLIKES%5D%5B%5D=card"
                + "&data%5Bmerges%5D%5BCITY%5D=P%C3%A9cs";

        AudienceEvent event = AudienceWebhooks.builder()
                .secret("key", Secret.of("s-1"))
                .build()
                .receive(post("key=s-1", form));

        assertThat(event.fields())
                .containsOnly(
                        Map.entry("merges.LIKES.0", "loan"),
                        Map.entry("merges.LIKES.1", "card"),
                        Map.entry("merges.CITY", "Pécs"));
        assertThat(FieldMapping.of(FieldRule.texts("merges.LIKES", "interest"))
                        .apply(event.fields())
                        .form())
                .containsEntry("interest", FormValue.texts(List.of("loan", "card")));
    }

    @Test
    void givenCheckOfTheAddress_whenGotten_thenIsAnsweredOk() {
        WebhookReceiver<AudienceEvent> audience =
                AudienceWebhooks.builder().secret("key", Secret.of("s-1")).build();
        List<AudienceEvent> events = new ArrayList<>();

        WebhookReply reply = audience.handle(new WebhookRequest("GET", "key=s-1", Map.of(), new byte[0]), events::add);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(events).isEmpty();
    }

    @Test
    void givenFormOfAStranger_whenReceiving_thenRefuses() {
        WebhookReceiver<AudienceEvent> audience =
                AudienceWebhooks.builder().secret("key", Secret.of("s-1")).build();

        assertThatThrownBy(() -> audience.receive(post("key=s-2", "type=subscribe")))
                .isInstanceOf(WebhookException.class);
        assertThatThrownBy(() -> audience.receive(post("key=s-1", "data%5Bemail%5D=x")))
                .hasMessageContaining("type");
    }

    @Test
    void givenDisposition_whenTurnedBack_thenTellsSubscriberStatus() {
        StatusMap statuses = new StatusMap(Map.of(12L, "customer"));
        CallDisposition event = CallDisposition.builder()
                .uuid("u-1")
                .numberId(8377)
                .disposition(EventDisposition.builder().dispositionId(12).build())
                .putClientData("city", Json.of("Győr"))
                .putClientData("contacts", Json.of(Map.of("phone1", Map.of("email", "nora@example.hu"))))
                .build();

        assertThat(statuses.statusOf(event)).contains("customer");
        assertThat(statuses.statusOf(CallDisposition.builder().uuid("u").build()))
                .isEmpty();
        assertThat(LinkFields.of(event))
                .containsEntry("dispositionid", "12")
                .containsEntry("data.city", "Győr")
                .containsEntry("data.contacts.phone1.email", "nora@example.hu");
    }

    @Test
    void givenRecordOfAnotherSystem_whenTaken_thenItsFieldsAreFlat() {
        Json record = Json.of(Map.of("email", "nora@example.hu", "id", 7, "address", Map.of("city", "Győr")));

        assertThat(LinkFields.of(record))
                .containsOnly(
                        Map.entry("email", "nora@example.hu"), Map.entry("id", "7"), Map.entry("address.city", "Győr"));
    }

    @Test
    void givenArrays_whenTaken_thenNothingIsLeftOut() {
        Json record = Json.of(Map.of(
                "likes", List.of("loan, house", "card"), "items", List.of(Map.of("sku", "A-1")), "none", List.of()));
        FieldMapping mapping = FieldMapping.of(FieldRule.texts("likes", "interest"));

        Map<String, String> fields = LinkFields.of(record);
        MappingResult mapped = mapping.apply(fields);

        assertThat(fields)
                .containsOnly(
                        Map.entry("likes.0", "loan, house"),
                        Map.entry("likes.1", "card"),
                        Map.entry("items.0.sku", "A-1"));
        assertThat(mapped.form()).containsEntry("interest", FormValue.texts(List.of("loan, house", "card")));
        assertThat(mapped.unmapped()).containsExactly(new SkippedField("items.0.sku", Reason.NO_RULE));
    }

    @Test
    void givenUser_whenTaken_thenItsFieldsHoldNoPassword() {
        UserEvent event = UserEvent.builder()
                .current(EventUser.builder()
                        .userId(33)
                        .username("nora_op")
                        .password(SentSecret.of("canary"))
                        .build())
                .build();

        assertThat(LinkFields.of(event)).containsOnly(Map.entry("userid", "33"), Map.entry("username", "nora_op"));
    }

    private static WebhookRequest post(String query, String form) {
        return new WebhookRequest("POST", query, Map.of(), form.getBytes(StandardCharsets.UTF_8));
    }
}
