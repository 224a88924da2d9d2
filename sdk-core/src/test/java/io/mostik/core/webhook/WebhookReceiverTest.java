package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.json.JsonException;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {

    private static final WebhookAuthentication KEY = WebhookAuthentication.parameter("key", Secret.of("right-key"));

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final List<String> parsed = Collections.synchronizedList(new ArrayList<>());
    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final WebhookReceiver<String> receiver = WebhookReceiver.of("test", KEY, request -> {
                parsed.add(request.text());
                if (request.text().isEmpty()) {
                    throw new JsonException("empty");
                }
                return request.text();
            })
            .identity(event -> event);

    @Test
    void givenProvenRequest_whenHandled_thenAnswers200() {
        WebhookReply reply = receiver.handle(request("key=right-key", "event"), handled::add);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenWrongKey_whenHandled_thenAnswers401AndParsesNothing() {
        WebhookReply reply = receiver.handle(request("key=right-kez", "event"), handled::add);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(parsed).isEmpty();
        assertThat(handled).isEmpty();
    }

    @Test
    void givenKeyTwice_whenHandled_thenAnswers401() {
        assertThat(receiver.handle(request("key=right-key&key=right-key", "event"), handled::add)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void givenContentThatCannotBeRead_whenHandled_thenAnswers400() {
        assertThat(receiver.handle(request("key=right-key", ""), handled::add).status())
                .isEqualTo(400);
    }

    @Test
    void givenTooLargeBody_whenHandled_thenAnswers413FirstOfAll() {
        WebhookReply reply = receiver.largestBody(3).handle(request("key=wrong", "event"), handled::add);

        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void givenBodyAsLargeAsTheLimit_whenHandled_thenAnswers200() {
        WebhookReply reply = receiver.largestBody(5).handle(request("key=right-key", "event"), handled::add);

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void givenThrowingHandler_whenHandled_thenLogsKindNotMessage() {
        Logger logger = Logger.getLogger("io.mostik.webhook");
        List<String> lines = new ArrayList<>();
        logger.setFilter(line -> lines.add(line.getMessage()) && false);

        receiver.handle(request("key=right-key", "event"), event -> {
            throw new IllegalStateException("personal");
        });

        logger.setFilter(null);
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("java.lang.IllegalStateException")
                .doesNotContain("personal");
    }

    @Test
    void givenThrowingHandler_whenSentAgain_thenNextTimeIsHandled() {
        WebhookReceiver<String> once = receiver.once(Once.over(store, time));

        WebhookReply first = once.handle(request("key=right-key", "event"), event -> {
            throw new IllegalStateException("database down");
        });
        WebhookReply second = once.handle(request("key=right-key", "event"), handled::add);

        assertThat(first.status()).isEqualTo(500);
        assertThat(second.status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenSameEventAgain_whenHandled_thenAnswers200AndDoesNothing() {
        WebhookReceiver<String> once = receiver.once(Once.over(store, time));

        once.handle(request("key=right-key", "event"), handled::add);
        WebhookReply again = once.handle(request("key=right-key", "event"), handled::add);

        assertThat(again.status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenSameEventMeanwhile_whenHandled_thenAsksToComeAgain() {
        WebhookReceiver<String> once = receiver.once(Once.over(store, time));
        List<Integer> inside = new ArrayList<>();

        once.handle(
                request("key=right-key", "event"),
                event -> inside.add(once.handle(request("key=right-key", "event"), handled::add)
                        .status()));

        assertThat(inside).containsExactly(503);
        assertThat(handled).isEmpty();
    }

    @Test
    void givenParallelDuplicates_whenHandled_thenOneIsDelivered() throws Exception {
        WebhookReceiver<String> once = receiver.once(Once.over(store, time));
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Future<WebhookReply>> replies = new ArrayList<>();

        for (int i = 0; i < 200; i++) {
            replies.add(pool.submit(() -> once.handle(request("key=right-key", "event"), handled::add)));
        }

        for (Future<WebhookReply> reply : replies) {
            assertThat(reply.get().status()).isIn(200, 503);
        }
        assertThat(handled).containsExactly("event");
        pool.shutdownNow();
    }

    @Test
    void givenRequest_whenPrinting_thenShowsNamesOnly() {
        assertThat(request("key=right-key", "body").toString())
                .contains("key")
                .doesNotContain("right-key")
                .doesNotContain("body\"");
    }

    private static WebhookRequest request(String query, String body) {
        return new WebhookRequest("POST", query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
