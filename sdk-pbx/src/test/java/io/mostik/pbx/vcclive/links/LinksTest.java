package io.mostik.pbx.vcclive.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.LinkResult.State;
import io.mostik.pbx.vcclive.links.Unmapped.Reason;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.EventDisposition;
import io.mostik.pbx.vcclive.webhooks.EventUser;
import io.mostik.pbx.vcclive.webhooks.SentSecret;
import io.mostik.pbx.vcclive.webhooks.UserEvent;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    final StateStore store = StateStore.inMemory();
    VccLiveSimulator vendor;
    VccLive vcc;
    RecordLink link;

    @BeforeEach
    void connect() {
        vendor = VccLiveSimulator.startFrozen();
        vcc = VccLive.builder()
                .customer(vendor.customer())
                .token(Secret.of(vendor.token()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(new ManualTime()))
                .build();
        link = new RecordLink(vcc.records(), PROJECT, SUBSCRIBER, store);
    }

    @AfterEach
    void close() {
        vcc.close();
        vendor.close();
    }

    @Test
    void givenFields_whenMapping_thenTellsWhatItCouldNotMap() {
        Mapped mapped = SUBSCRIBER.apply(NORA);

        assertThat(mapped.form()).containsOnlyKeys("name", "phone1", "interest");
        assertThat(mapped.unmapped())
                .containsExactlyInAnyOrder(
                        new Unmapped("merges.CITY", Reason.MISSING), new Unmapped("email", Reason.NO_RULE));
        assertThat(mapped.isUsable()).isTrue();
        assertThat(mapped.toString()).doesNotContain("Nóra", "nora@example.hu");
    }

    @Test
    void givenUnreadableOrRequiredFields_whenMapping_thenSaysSo() {
        FieldMapping strict = FieldMapping.of(
                FieldRule.phone("phone", "phone1").asRequired(),
                new FieldRule("city", "city", FieldRule.Kind.VALUE_ID, false),
                FieldRule.texts("likes", "interest"));

        Mapped mapped = strict.apply(Map.of("phone", "call me", "city", "Győr", "likes", "a|b"));

        assertThat(mapped.unmapped())
                .containsExactlyInAnyOrder(
                        new Unmapped("phone", Reason.REQUIRED),
                        new Unmapped("city", Reason.UNREADABLE),
                        new Unmapped("likes", Reason.UNREADABLE));
        assertThat(mapped.isUsable()).isFalse();
        assertThatThrownBy(() -> FieldMapping.of(FieldRule.text("a", "x"), FieldRule.text("b", "x")))
                .hasMessageContaining("same field");
    }

    @Test
    void givenSubscriber_whenToldTwice_thenBecomesOneRecord() {
        LinkResult first = link.add("nora@example.hu", NORA);
        LinkResult second = link.add("nora@example.hu", NORA);

        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(second.state()).isEqualTo(State.KNOWN);
        assertThat(second.numberId()).isEqualTo(first.numberId());
        assertThat(vendor.records(PROJECT)).hasSize(1);
        assertThat(vendor.value(PROJECT, first.numberId().orElseThrow(), "interest"))
                .contains("loan|card");
        assertThat(store.stream("").toList().toString()).doesNotContain("nora@example.hu");
    }

    @Test
    void givenLostAnswer_whenToldAgain_thenDoesNotSendAgainUntilSettled() {
        vendor.faults().actThenDrop();

        TransportException lost =
                catchThrowableOfType(TransportException.class, () -> link.add("nora@example.hu", NORA));
        LinkResult again = link.add("nora@example.hu", NORA);
        link.settle("nora@example.hu", OptionalLong.of(vendor.records(PROJECT).get(0)));
        LinkResult settled = link.add("nora@example.hu", NORA);

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(again.state()).isEqualTo(State.UNDECIDED);
        assertThat(settled.state()).isEqualTo(State.KNOWN);
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @Test
    void givenRefusal_whenToldAgain_thenSendsAgain() {
        vendor.faults().answer(400);

        assertThatThrownBy(() -> link.add("nora@example.hu", NORA)).hasMessageContaining("REJECTED");

        assertThat(link.add("nora@example.hu", NORA).state()).isEqualTo(State.DONE);
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @Test
    void givenSettledAsAbsent_whenToldAgain_thenSends() {
        vendor.faults().dropBeforeActing();

        catchThrowableOfType(TransportException.class, () -> link.add("nora@example.hu", NORA));
        link.settle("nora@example.hu", OptionalLong.empty());

        assertThat(link.add("nora@example.hu", NORA).state()).isEqualTo(State.DONE);
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @Test
    void givenSubscriberWithoutAName_whenTold_thenSendsNothing() {
        LinkResult result = link.add("x@example.hu", Map.of("email", "x@example.hu"));

        assertThat(result.state()).isEqualTo(State.INCOMPLETE);
        assertThat(result.unmapped()).contains(new Unmapped("merges.FNAME", Reason.REQUIRED));
        assertThat(vendor.journal().all()).isEmpty();
    }

    @Test
    void givenKnownSubscriber_whenTheirDataChanges_thenTheRecordDoesToo() {
        long record = link.add("nora@example.hu", NORA).numberId().orElseThrow();

        LinkResult changed = link.update("nora@example.hu", Map.of("merges.FNAME", "Nóra K.", "merges.CITY", "Győr"));

        assertThat(changed.state()).isEqualTo(State.DONE);
        assertThat(vendor.value(PROJECT, record, "city")).contains("Győr");
        assertThat(link.update("nobody", NORA).state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void givenChangedStatusOfAPartner_whenToldTwice_thenIsEnteredOnce() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));
        DispositionLink statuses = DispositionLink.into(vcc.records(), PROJECT)
                .bookedTo(17)
                .statuses(new StatusMap(Map.of(12L, "customer", 11L, "lost")))
                .store(store);

        assertThat(statuses.enter("change-1", record, "customer").state()).isEqualTo(State.DONE);
        assertThat(statuses.enter("change-1", record, "customer").state()).isEqualTo(State.KNOWN);
        assertThat(statuses.enter("change-2", record, "on holiday").state()).isEqualTo(State.INCOMPLETE);
        assertThat(vendor.dispositions(PROJECT, record)).containsExactly(12L);
    }

    @Test
    void givenAudienceOfMailchimp_whenSomebodySubscribes_thenBecomesARecord() {
        WebhookReceiver<AudienceEvent> audience =
                AudienceWebhooks.builder().secret("key", Secret.of("s-1")).build();
        List<LinkResult> results = new ArrayList<>();
        String form = "type=subscribe&fired_at=2026-03-02+09%3A00%3A00&data%5Bid%5D=8a25ff1d98"
                + "&data%5Bemail%5D=nora%40example.hu&data%5Bmerges%5D%5BFNAME%5D=N%C3%B3ra"
                + "&data%5Bmerges%5D%5BPHONE%5D=%2B36301112233";

        int status = audience.handle(post("key=s-1", form), event -> {
                    assertThat(event.isSubscription()).isTrue();
                    results.add(link.add(event.email().orElseThrow(), event.fields()));
                })
                .status();

        assertThat(status).isEqualTo(200);
        assertThat(results.get(0).unmapped()).contains(new Unmapped("id", Reason.NO_RULE));
        assertThat(vendor.value(PROJECT, results.get(0).numberId().orElseThrow(), "name"))
                .contains("Nóra");
        assertThat(vendor.value(PROJECT, results.get(0).numberId().orElseThrow(), "phone1"))
                .contains("36301112233");
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
    void givenDisposition_whenTurnedBack_thenTellsTheStatusOfTheSubscriber() {
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
