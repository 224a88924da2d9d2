package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketAndChatTest {

    private static final String SAME =
            "\"ticketId\":512,\"ticketNo\":\"HU-2026-000512\",\"projectId\":134," + "\"projectName\":\"Renewals HU\"";
    private static final String ADDED = "{\"action\":\"add\",\"ticket\":{" + SAME + ",\"entityId\":8377,"
            + "\"title\":\"Invoice twice\",\"type\":\"complaint\",\"firstOpenTime\":\"2026-03-02T10:15:00+01:00\","
            + "\"lastOpenTime\":1772442900,\"status\":\"park\",\"substatus\":\"waiting4agent\",\"owner\":\"later\"}}";
    private static final String CHAT =
            "{\"chatId\":7001,\"projectId\":134,\"ticketId\":\"512\",\"disposition\":\"completed\","
                    + "\"firstAgentName\":\"Kovacs Nora\",\"ipAddress\":\"192.0.2.7\",\"isSpam\":0,\"conversation\":#,"
                    + "\"clientData\":{\"city\":\"Gyor\"}}";
    private static final String MESSAGES =
            "{\"from\":\"visitor\",\"date\":\"2026-03-02 10:15:00\",\"message\":\"Hello\"}";

    private final ManualTime time = new ManualTime();
    private final VccWebhooks webhooks = VccWebhooks.builder()
            .secret("secret-key", Secret.of(VccRequests.SECRET))
            .time(time)
            .build();

    @Test
    void givenNewTicket_whenReceived_thenReadsIt() {
        TicketEvent event = webhooks.ticketStatus().receive(VccRequests.post(ADDED));

        Ticket ticket = event.ticket();
        assertThat(event.action()).isEqualTo(TicketAction.ADD);
        assertThat(ticket.ticketId()).hasValue(512);
        assertThat(ticket.title()).contains("Invoice twice");
        assertThat(ticket.firstOpenTime().flatMap(EventTime::instant)).contains(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(ticket.lastOpenTime().flatMap(EventTime::instant)).contains(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(ticket.unknown()).containsKey("owner");
        assertThat(event.toString()).doesNotContain("Invoice");
    }

    @Test
    void givenChangedTicket_whenReceived_thenTellsAbsentFromEmptied() {
        TicketEvent event = webhooks.ticketStatus()
                .receive(VccRequests.post("{\"action\":\"update\",\"ticket\":{" + SAME
                        + ",\"status\":\"closed\",\"softDeadline\":null,\"title\":\"\"}}"));

        assertThat(event.ticket().isTold("status")).isTrue();
        assertThat(event.ticket().isTold("softDeadline")).isTrue();
        assertThat(event.ticket().softDeadline()).isEmpty();
        assertThat(event.ticket().isTold("title")).isTrue();
        assertThat(event.ticket().isTold("substatus")).isFalse();
    }

    @Test
    void givenOddAttribute_whenReceived_thenCostsOnlyItself() {
        TicketEvent event = webhooks.ticketStatus()
                .receive(VccRequests.post("{\"action\":\"update\",\"ticket\":{" + SAME + ",\"entityId\":\"none\"}}"));

        assertThat(event.ticket().entityId()).isEmpty();
        assertThat(event.ticket().unknown()).containsKey("unreadable.entityId");
    }

    @Test
    void givenTicketThatGoesToAndFro_whenEqualEventsCome_thenOnlyRetriesAreDropped() {
        String open = "{\"action\":\"update\",\"ticket\":{" + SAME + ",\"status\":\"park\"}}";
        String closed = open.replace("park", "closed");
        List<TicketEvent> handled = new ArrayList<>();
        WebhookReceiver<TicketEvent> once = webhooks.ticketStatus().once(Once.over(StateStore.inMemory(time), time));

        for (String body : List.of(open, open, closed, open, closed)) {
            assertThat(once.handle(VccRequests.post(body), handled::add)).isEqualTo(WebhookReply.ok());
            if (handled.size() > 1 || body.equals(closed)) {
                time.advance(Duration.ofMinutes(3));
            }
        }

        assertThat(handled)
                .extracting(event -> event.ticket().status().orElseThrow())
                .containsExactly("park", "closed", "park", "closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[" + MESSAGES + "]", "{\"0\":" + MESSAGES + "}"})
    void givenConversationInAnyShape_whenReceived_thenReadsIt(String conversation) {
        ChatEvent event = webhooks.chat().receive(VccRequests.post(CHAT.replace("#", conversation)));

        assertThat(event.chatId()).isEqualTo(7001);
        assertThat(event.disposition()).contains(ChatDisposition.COMPLETED);
        assertThat(event.isSpam()).contains(false);
        assertThat(event.ticketId()).hasValue(512);
        assertThat(event.conversation()).singleElement().satisfies(message -> {
            assertThat(message.sender()).isPresent();
            assertThat(message.message()).contains("Hello");
            assertThat(message.date().flatMap(EventTime::local)).isPresent();
        });
        assertThat(event.clientData()).containsKey("city");
        assertThat(event.toString()).doesNotContain("Hello", "192.0.2.7", "Nora", "Gyor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"\"", "null", "7"})
    void givenNoConversation_whenReceived_thenIsEmpty(String conversation) {
        ChatEvent event = webhooks.chat().receive(VccRequests.post(CHAT.replace("#", conversation)));

        assertThat(event.conversation()).isEmpty();
    }

    @Test
    void givenOneAddress_whenReceived_thenChatIsNoCallDisposition() {
        assertThat(webhooks.anyEvent().receive(VccRequests.post(CHAT.replace("#", "[]"))))
                .isInstanceOf(ChatEvent.class);
        assertThat(webhooks.anyEvent().receive(VccRequests.post(ADDED))).isInstanceOf(TicketEvent.class);
        assertThat(webhooks.anyEvent().receive(VccRequests.post("{\"dispositionid\":12,\"numberid\":7}")))
                .isInstanceOf(CallDisposition.class);
    }

    @Test
    void givenLongConversation_whenLimitIsRaised_thenIsRead() {
        String many = "[" + (MESSAGES + ",").repeat(40_000) + MESSAGES + "]";

        WebhookReply small = webhooks.chat().handle(VccRequests.post(CHAT.replace("#", many)), event -> {});
        ChatEvent event =
                webhooks.chat().largestBody(8 * 1024 * 1024).receive(VccRequests.post(CHAT.replace("#", many)));

        assertThat(small.status()).isEqualTo(413);
        assertThat(event.conversation()).hasSize(40_001);
    }

    @Test
    void givenTwoChangesOfOneSecond_whenOfOneUser_thenAreTwoEvents() {
        String first = "{\"new\":{\"userid\":33,\"name\":\"Nora\"},\"old\":{\"userid\":33},"
                + "\"timestamp\":\"2026-03-02T10:15:42+01:00\"}";
        List<UserEvent> handled = new ArrayList<>();
        WebhookReceiver<UserEvent> once = webhooks.userChanged().once(Once.over(StateStore.inMemory()));

        for (String body : List.of(first, first, first.replace("Nora", "Nora K."))) {
            assertThat(once.handle(VccRequests.post(body), handled::add)).isEqualTo(WebhookReply.ok());
        }

        assertThat(handled).hasSize(2);
    }
}
