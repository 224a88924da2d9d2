package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.WebhookException;
import io.mostik.core.json.JsonException;
import io.mostik.core.test.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    private static final SignatureVerifier KEY =
            SignatureVerifier.sharedKey(Secret.of("right-key"), request -> request.query("key"));

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final List<String> parsed = Collections.synchronizedList(new ArrayList<>());
    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final WebhookReceiver<String> receiver = WebhookReceiver.of(KEY, request -> {
        parsed.add(request.text());
        if (request.text().isEmpty()) {
            throw new JsonException("empty");
        }
        return request.text();
    });

    @Test
    void givenProvenRequest_whenHandled_thenAnswers200() {
        WebhookReply reply = receiver.handle(request("key=right-key", "event"), handled::add);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenKeyWrongByOneByte_whenHandled_thenAnswers401AndParsesNothing() {
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
    void givenBodyAboveTheLimit_whenHandled_thenAnswers413BeforeAnythingElse() {
        WebhookReply reply = receiver.largestBody(3).handle(request("key=wrong", "event"), handled::add);

        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void givenBodyAsLargeAsTheLimit_whenHandled_thenAnswers200() {
        WebhookReply reply = receiver.largestBody(5).handle(request("key=right-key", "event"), handled::add);

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void givenHandlerThatThrows_whenHandled_thenItsKindIsLoggedAndNotItsMessage() {
        Logger logger = Logger.getLogger("io.mostik.webhook");
        List<String> lines = new ArrayList<>();
        logger.setFilter(line -> lines.add(line.getMessage()) && false);

        receiver.handle(request("key=right-key", "event"), event -> {
            throw new IllegalStateException("personal");
        });

        logger.setFilter(null);
        assertThat(lines).containsExactly("webhook handler failed: java.lang.IllegalStateException");
    }

    @Test
    void givenHandlerThatThrows_whenHandled_thenAnswers500AndTheNextTimeIsHandled() {
        WebhookReceiver<String> once = receiver.once(event -> event, store, Duration.ofDays(1));

        WebhookReply first = once.handle(request("key=right-key", "event"), event -> {
            throw new IllegalStateException("database down");
        });
        WebhookReply second = once.handle(request("key=right-key", "event"), handled::add);

        assertThat(first.status()).isEqualTo(500);
        assertThat(second.status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenTheSameEventAgain_whenHandled_thenAnswers200AndDoesNothing() {
        WebhookReceiver<String> once = receiver.once(event -> event, store, Duration.ofDays(1));

        once.handle(request("key=right-key", "event"), handled::add);
        WebhookReply again = once.handle(request("key=right-key", "event"), handled::add);

        assertThat(again.status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    @Test
    void givenTheSameEventWhileItIsHandled_whenHandled_thenAsksTheVendorToComeAgain() {
        WebhookReceiver<String> once = receiver.once(event -> event, store, Duration.ofDays(1));
        List<Integer> inside = new ArrayList<>();

        once.handle(
                request("key=right-key", "event"),
                event -> inside.add(once.handle(request("key=right-key", "event"), handled::add)
                        .status()));

        assertThat(inside).containsExactly(503);
        assertThat(handled).isEmpty();
    }

    @Test
    void givenTwoHundredParallelDuplicates_whenHandled_thenOneIsDelivered() throws Exception {
        WebhookReceiver<String> once = receiver.once(event -> event, store, Duration.ofDays(1));
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
    void givenHmac_whenMessageIsMissing_thenRefuses() {
        SignatureVerifier hmac = SignatureVerifier.hmacSha256(
                Secret.of("s"), request -> request.header("X-Signature"), request -> request.query("id"));

        assertThatThrownBy(() -> hmac.verify(request("", ""))).isInstanceOf(WebhookException.class);
    }

    @Test
    void givenBasicAndBearer_whenRight_thenPass() {
        SignatureVerifier.basic("u", Secret.of("p")).verify(withHeader("Authorization", "Basic dTpw"));
        SignatureVerifier.bearer(Secret.of("t")).verify(withHeader("authorization", "Bearer t"));
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

    private static WebhookRequest withHeader(String name, String value) {
        return new WebhookRequest("GET", "", Map.of(name, List.of(value)), new byte[0]);
    }
}
