package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.json.JsonException;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookInboxTest {

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final Once once = Once.over(store, time);
    private final List<String> handled = new ArrayList<>();
    private final List<WebhookListener.Result> told = new ArrayList<>();
    private final WebhookReceiver<String> receiver = WebhookReceiver.of(
                    "test", WebhookAuthentication.field("key", Secret.of("right-key")), WebhookInboxTest::read)
            .identity(event -> event)
            .listener(notice -> told.add(notice.result()));

    private static String read(WebhookRequest request) {
        return request.jsonText("name").orElseThrow(() -> new JsonException("no name"));
    }

    @Test
    void givenEvent_whenAccepted_thenStoredKeylessAndHandledLater() {
        Inbox<String> inbox = receiver.inbox(once).open(handled::add);

        WebhookReply reply = receiver.accept(request("{\"key\":\"right-key\",\"name\":\"a\"}"), inbox);
        String stored = store.find("once/webhook/test:a").orElseThrow().value();
        inbox.run();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(stored).doesNotContain("right-key").contains("name");
        assertThat(handled).containsExactly("a");
    }

    @Test
    void givenProvenButUnreadable_whenAccepted_thenIsKeptAndTold() {
        Inbox<String> inbox = receiver.inbox(once).open(handled::add);

        WebhookReply reply = receiver.accept(request("{\"key\":\"right-key\",\"nom\":\"a\"}"), inbox);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(inbox.deadLetters()).hasSize(1);
        assertThat(told).containsExactly(WebhookListener.Result.KEPT_UNREADABLE);
    }

    @Test
    void givenUnreadableKept_whenLaterReleaseReadsIt_thenIsReplayed() {
        Inbox<String> today = receiver.inbox(once).open(handled::add);
        WebhookRequest odd = request("{\"key\":\"right-key\",\"nom\":\"a\"}");
        receiver.accept(odd, today);
        receiver.accept(odd, today);
        WebhookReceiver<String> later = WebhookReceiver.of(
                        "test",
                        WebhookAuthentication.field("key", Secret.of("right-key")),
                        request -> request.jsonText("nom").orElseThrow())
                .identity(event -> event);
        Inbox<String> tomorrow = later.inbox(Once.over(store, time)).open(handled::add);

        int replayed = tomorrow.replayAll();
        tomorrow.run();

        assertThat(told).containsExactly(WebhookListener.Result.KEPT_UNREADABLE, WebhookListener.Result.DUPLICATE);
        assertThat(replayed).isEqualTo(1);
        assertThat(handled).containsExactly("a");
        assertThat(tomorrow.pending()).isEmpty();
    }

    @Test
    void givenTwoInboxes_whenSecondCannotStore_thenSenderFillsIt() {
        Once failing = Once.over(MortalStore.over(store).failAt(MortalStore.Point.before(1)), time);
        Inbox<String> crm = receiver.inbox(once, "crm").open(event -> handled.add("crm " + event));
        Inbox<String> sms = receiver.inbox(failing, "sms").open(event -> handled.add("sms " + event));
        WebhookEndpoint both = receiver.endpoint(List.of(crm, sms));
        WebhookRequest request = request("{\"key\":\"right-key\",\"name\":\"a\"}");

        int first = both.handle(request).status();
        crm.run();
        int second = both.handle(request).status();
        crm.run();
        sms.run();

        assertThat(List.of(first, second)).containsExactly(500, 200);
        assertThat(handled).containsExactly("crm a", "sms a");
    }

    @Test
    void givenUnproven_whenAccepted_thenNothingIsStored() {
        Inbox<String> inbox = receiver.inbox(once).open(handled::add);

        WebhookReply reply = receiver.accept(request("{\"key\":\"wrong\",\"name\":\"a\"}"), inbox);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(store.list("", "", 10)).isEmpty();
        assertThat(told).containsExactly(WebhookListener.Result.REFUSED);
    }

    @Test
    void givenTwoReceivers_whenTheSameIdComes_thenBothHandleIt() {
        WebhookReceiver<String> other = receiver.name("other").once(once);
        WebhookReceiver<String> first = receiver.once(once);
        WebhookRequest request = request("{\"key\":\"right-key\",\"name\":\"17\"}");

        first.handle(request, handled::add);
        other.handle(request, handled::add);
        first.handle(request, handled::add);

        assertThat(handled).containsExactly("17", "17");
    }

    @Test
    void givenMemory_whenAnInboxIsAdded_thenIsRefused() {
        Inbox<String> inbox = receiver.inbox(once, "inbox").open(handled::add);
        WebhookReceiver<String> remembering = receiver.once(once);

        assertThatThrownBy(() -> remembering.endpoint(inbox)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> receiver.inbox(once).open(handled::add)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenTwoInboxes_whenOneHandlerFails_thenOtherIsSentOnce() {
        Inbox<String> crm = receiver.inbox(once, "crm").open(handled::add);
        Inbox<String> sms = receiver.inbox(once, "sms").open(event -> {
            throw new IllegalStateException("no credit");
        });
        WebhookRequest request = request("{\"key\":\"right-key\",\"name\":\"a\"}");

        int status = receiver.endpoint(List.of(crm, sms)).handle(request).status();
        crm.run();
        sms.run();
        time.advance(Duration.ofMinutes(2));
        crm.run();
        sms.run();

        assertThat(status).isEqualTo(200);
        assertThat(handled).containsExactly("a");
        assertThat(sms.pending()).hasSize(1);
    }

    @Test
    void givenHandlerThatThrowsError_whenSenderRepeats_thenIsHandled() {
        WebhookReceiver<String> remembering = receiver.once(once);
        WebhookRequest request = request("{\"key\":\"right-key\",\"name\":\"a\"}");

        int first = remembering
                .handle(request, event -> {
                    throw new NoClassDefFoundError("missing");
                })
                .status();
        int second = remembering.handle(request, handled::add).status();

        assertThat(List.of(first, second)).containsExactly(500, 200);
        assertThat(handled).containsExactly("a");
    }

    @Test
    void givenSilence_whenItLasts_thenTheAlarmIsRunOnce() {
        WebhookMonitor monitor = WebhookMonitor.create(time);
        WebhookReceiver<String> watched = receiver.listener(monitor);
        watched.handle(request("{\"key\":\"right-key\",\"name\":\"a\"}"), handled::add);
        time.advance(Duration.ofHours(3));
        watched.handle(request("{\"key\":\"wrong\",\"name\":\"a\"}"), handled::add);

        boolean first = monitor.alarm(Duration.ofHours(3), () -> handled.add("alarm"));
        boolean second = monitor.alarm(Duration.ofHours(3), () -> handled.add("alarm"));
        watched.handle(request("{\"key\":\"right-key\",\"name\":\"b\"}"), handled::add);
        time.advance(Duration.ofHours(2));
        boolean early = monitor.alarm(Duration.ofHours(3), () -> handled.add("alarm"));
        time.advance(Duration.ofHours(1));
        boolean again = monitor.alarm(Duration.ofHours(3), () -> handled.add("alarm"));

        assertThat(List.of(first, second, early, again)).containsExactly(true, false, false, true);
        assertThat(handled).containsExactly("a", "alarm", "b", "alarm");
    }

    private static WebhookRequest request(String body) {
        return new WebhookRequest("POST", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
