package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.WebhookException;
import io.mostik.core.json.JsonException;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookListener.Notice;
import io.mostik.core.webhook.WebhookListener.Result;
import io.mostik.core.webhook.WebhookReceiver.Streamed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request between its head and its handler or inbox, streamed or whole. */
class WebhookDeliveryTest {

    private static final String KEY = "a b\"ő";
    private static final WebhookAuthentication BY_KEY = WebhookAuthentication.parameter("key", Secret.of("k"));

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final List<Notice> told = new ArrayList<>();
    private final List<String> handled = new ArrayList<>();
    private final WebhookReceiver<String> receiver =
            WebhookReceiver.of("test", BY_KEY, WebhookRequest::text).listener(told::add);

    @Test
    void givenRequest_whenStored_thenReadAgainWithoutKey() {
        WebhookAuthentication field = WebhookAuthentication.field("key", Secret.of(KEY));
        String body = "{\"key\":\"a b\\\"ő\",\"x\":1}&key=a+b%22%C5%91&key=a%20b%22%C5%91&" + KEY;
        WebhookRequest request = request("POST", "a=1&b=%26+x&a=2", body)
                .withHeader("X-Kept", "1")
                .withHeader("X-Other", "2");

        String stored = StoredRequest.write(request, field, Set.of("X-Kept", "X-Missing"));
        WebhookRequest again = StoredRequest.read(stored);

        assertThat(stored).doesNotContain("X-Missing");
        assertThat(again.method()).isEqualTo("POST");
        assertThat(again.query()).isEqualTo(request.query());
        assertThat(again.headers("X-Kept")).containsExactly("1");
        assertThat(again.headers("X-Other")).isEmpty();
        assertThat(again.text()).isEqualTo("{\"key\":\"***\",\"x\":1}&key=***&key=***&***");
    }

    @Test
    void givenKeyInQuery_whenStored_thenOnlyItIsLeftOut() {
        String text = StoredRequest.write(request("POST", "key=k&x=k2", ""), BY_KEY, Set.of());

        assertThat(StoredRequest.read(text).query()).isEqualTo(Map.of("x", List.of("k2")));
    }

    @Test
    void givenBytesThatAreNoText_whenStored_thenTheyStay() {
        byte[] bytes = {(byte) 0xff, 0, (byte) 0xfe};

        WebhookRequest again =
                StoredRequest.read(StoredRequest.write(request("POST", "", "").withBody(bytes), BY_KEY, Set.of()));

        assertThat(again.body()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "x"})
    void givenTextOfOthers_whenReadAsStored_thenRefused(String text) {
        assertThatThrownBy(() -> StoredRequest.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void givenEventsWithoutId_whenStored_thenToldApartByAllThatCame() {
        Inbox<String> inbox =
                receiver.identity(event -> " ").inbox(Once.over(store, time)).open(handled::add);
        WebhookEndpoint endpoint = receiver.identity(event -> " ").endpoint(inbox);

        Stream.of("a", "a", "b").forEach(body -> endpoint.handle(request("POST", "key=k", body)));
        endpoint.handle(request("POST", "key=k&x=1", "b"));

        assertThat(told)
                .extracting(Notice::result)
                .containsExactly(
                        Result.KEPT_UNREADABLE, Result.DUPLICATE, Result.KEPT_UNREADABLE, Result.KEPT_UNREADABLE);
        assertThat(told.get(0).reason()).isEqualTo("what tells the event from others is missing");
        assertThat(told.get(0).id().orElseThrow()).matches("unreadable-[0-9a-f]{64}");
        assertThatThrownBy(() -> receiver.endpoint(List.of())).hasMessageContaining("inboxes");
    }

    @Test
    void givenEventWithId_whenStoredTwice_thenToldWithItsId() {
        WebhookReceiver<String> named = receiver.identity(event -> event).reply(WebhookReply.json("{}"));
        Inbox<String> inbox = named.inbox(Once.over(store, time)).open(handled::add);

        WebhookReply first = named.accept(request("POST", "key=k", "a"), inbox);
        named.accept(request("POST", "key=k", "a"), inbox);

        assertThat(first).isEqualTo(new WebhookReply(200, "application/json; charset=utf-8", "{}"));
        assertThat(told).extracting(Notice::result).containsExactly(Result.ACCEPTED, Result.DUPLICATE);
        assertThat(told).extracting(Notice::reason).containsOnly("");
        assertThat(told).extracting(Notice::id).containsOnly(Optional.of("a"));
    }

    @Test
    void givenEventBeingHandled_whenSentAgain_thenToldAndAskedToComeAgain() {
        WebhookReceiver<String> once = receiver.identity(event -> event).once(Once.over(store, time));
        List<WebhookReply> inside = new ArrayList<>();

        WebhookReply reply = once.handle(
                request("POST", "key=k", "a"),
                event -> inside.add(once.handle(request("POST", "key=k", "a"), handled::add)));

        assertThat(inside).singleElement().satisfies(busy -> {
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.headers()).containsEntry("Retry-After", "2");
        });
        assertThat(reply).isEqualTo(WebhookReply.ok());
        assertThat(told).extracting(Notice::result).containsExactly(Result.IN_PROGRESS, Result.ACCEPTED);
        assertThat(told).extracting(Notice::id).containsOnly(Optional.of("a"));
    }

    @Test
    void givenStreamingReceiver_whenProven_thenReadAsItComes() throws IOException {
        WebhookEndpoint endpoint = streaming(request -> {
            byte[] all = request.body().readAllBytes();
            return new Streamed<>(request.head().withBody(new byte[0]), all.length + " bytes");
        });

        WebhookReply streamed =
                endpoint.handle(StreamingWebhookRequest.of(head("key=k"), new ByteArrayInputStream(new byte[50])));
        WebhookReply whole = endpoint.handle(request("POST", "key=k", "x".repeat(50)));

        assertThat(List.of(streamed.status(), whole.status())).containsExactly(200, 200);
        assertThat(handled).containsExactly("50 bytes", "50 bytes");
        assertThat(endpoint.isProvenByHead(head("key=k"))).isTrue();
        assertThat(endpoint.isProvenByHead(head("key=x"))).isFalse();
        assertThat(endpoint.largestBody()).isEqualTo(10);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new WebhookException(WebhookException.Reason.TOO_LARGE, "big"), 413, "TOO_LARGE: big"),
                Arguments.of(new JsonException("odd"), 400, "UNREADABLE: content cannot be read: odd"),
                Arguments.of(new UncheckedIOException(new IOException("full")), 500, "java.io.UncheckedIOException"),
                Arguments.of(new StackOverflowError(), 500, "java.lang.StackOverflowError"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givenStreamReaderThatFails_whenProven_thenAnsweredAndTold(Throwable failure, int status, String why)
            throws IOException {
        WebhookEndpoint endpoint = streaming(request -> {
            throw thrown(failure);
        });

        WebhookReply reply = endpoint.handle(StreamingWebhookRequest.of(head("key=k"), InputStream.nullInputStream()));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(told).extracting(Notice::reason).containsExactly(why);
    }

    @Test
    void givenStreamThatBreaks_whenInMemory_then500() {
        WebhookEndpoint endpoint = streaming(request -> {
            throw new IOException("broken");
        });

        assertThat(endpoint.handle(request("POST", "key=k", "a")).status()).isEqualTo(500);
        assertThat(told).extracting(Notice::reason).containsExactly("java.io.IOException");
    }

    private static RuntimeException thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    @Test
    void givenWholeBodyThatIsStreamed_whenTooLarge_then413() throws IOException {
        WebhookEndpoint endpoint = receiver.largestBody(10).endpoint(handled::add);

        InputStream large = new ByteArrayInputStream(new byte[11]);
        InputStream fits = new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.UTF_8));

        assertThat(endpoint.handle(StreamingWebhookRequest.of(head("key=k"), large))
                        .status())
                .isEqualTo(413);
        assertThat(endpoint.handle(StreamingWebhookRequest.of(head("key=x"), fits))
                        .status())
                .isEqualTo(401);
        assertThat(endpoint.handle(StreamingWebhookRequest.of(head("key=k"), fits))
                        .status())
                .isEqualTo(200);
        assertThat(handled).containsExactly("0123456789");
    }

    @Test
    void givenLength_whenTooLarge_thenRefusedByHead() {
        WebhookEndpoint endpoint = receiver.largestBody(10).endpoint(handled::add);

        assertThat(endpoint.handleHead(head("key=k").withHeader("Content-Length", "11")))
                .map(WebhookReply::status)
                .contains(413);
        assertThat(endpoint.handleHead(head("key=k").withHeader("Content-Length", "10")))
                .isEmpty();
        assertThat(endpoint.handleHead(head("key=k").withHeader("Content-Encoding", " Identity ")))
                .isEmpty();
        assertThat(streaming(request -> new Streamed<>(request.head(), "a"))
                        .handleHead(head("key=k").withHeader("Content-Length", "11")))
                .isEmpty();
        assertThat(told).extracting(Notice::result).containsExactly(Result.REFUSED);
    }

    @Test
    void givenHeadOrOtherVerb_whenAnswered_thenSaysWhatIsAllowed() {
        WebhookEndpoint endpoint = receiver.methods("PUT", "POST").endpoint(handled::add);

        WebhookReply head = endpoint.handle(request("HEAD", "", ""));
        WebhookReply delete = endpoint.handle(request("DELETE", "key=k", ""));

        assertThat(List.of(head.status(), delete.status())).containsExactly(405, 405);
        assertThat(head.headers()).containsEntry("Allow", "POST, PUT");
        assertThat(delete.headers()).containsEntry("Allow", "POST, PUT");
        assertThat(endpoint.handle(request("put", "key=k", "a")).status()).isEqualTo(200);
        assertThat(told).extracting(Notice::result).containsExactly(Result.CHECKED, Result.REFUSED, Result.ACCEPTED);
    }

    @Test
    void givenChallengeThatThrows_whenAsked_then500() {
        WebhookEndpoint endpoint = receiver.challenge(head -> {
                    throw new IllegalStateException("bad");
                })
                .endpoint(handled::add);

        assertThat(endpoint.handle(request("POST", "key=k", "a")).status()).isEqualTo(500);
        assertThat(told).extracting(Notice::result).containsExactly(Result.FAILED);
    }

    @Test
    void givenBasicAuthentication_whenMissing_thenAsksForIt() {
        WebhookReply reply = WebhookReceiver.of(
                        "test", WebhookAuthentication.basic("u", Secret.of("p")), WebhookRequest::text)
                .handle(request("POST", "", "a"), handled::add);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers().get("WWW-Authenticate")).startsWith("Basic");
        assertThat(receiver.handle(request("POST", "", "a"), handled::add).headers())
                .isEmpty();
    }

    @Test
    void givenSignatureOfAnotherId_whenRead_thenIsUnproven() {
        HmacSignature overId = HmacSignature.of(Secret.of("k")).overId(asked -> asked.jsonText("id"));
        WebhookReceiver<String> signed = WebhookReceiver.of(
                        "test",
                        WebhookAuthentication.hmac(overId),
                        asked -> asked.jsonText("order").orElseThrow())
                .identity(event -> event);

        WebhookReply own =
                signed.handle(overId.sign(request("POST", "", "{\"id\":\"1\",\"order\":\"1\"}")), handled::add);
        WebhookReply other =
                signed.handle(overId.sign(request("POST", "", "{\"id\":\"1\",\"order\":\"2\"}")), handled::add);

        assertThat(List.of(own.status(), other.status())).containsExactly(200, 401);
        assertThat(handled).containsExactly("1");
    }

    @Test
    void givenReaderThatFails_whenProven_thenItsKindDecides() {
        assertThat(reading(new UncheckedIOException(new IOException("full")))).isEqualTo(500);
        assertThat(reading(new WebhookException(WebhookException.Reason.UNVERIFIED, "x")))
                .isEqualTo(401);
        assertThat(reading(new WebhookException(WebhookException.Reason.UNREADABLE, "x")))
                .isEqualTo(400);
        assertThat(reading(new StackOverflowError())).isEqualTo(400);
        assertThat(reading(new OutOfMemoryError())).isEqualTo(500);
    }

    private int reading(Throwable failure) {
        return WebhookReceiver.<String>of("test", BY_KEY, request -> {
                    throw thrown(failure);
                })
                .handle(request("POST", "key=k", "a"), handled::add)
                .status();
    }

    @Test
    void givenOwnEndpoint_whenStreamed_thenHasTheDefaults() throws IOException {
        WebhookEndpoint own = request -> WebhookReply.xml(request.text());

        assertThat(own.largestBody()).isEqualTo(1024 * 1024);
        assertThat(own.isProvenByHead(head(""))).isFalse();
        assertThat(own.handleHead(head(""))).isEmpty();
        assertThat(own.handle(StreamingWebhookRequest.of(request("POST", "", "<a/>"))))
                .isEqualTo(new WebhookReply(200, "text/xml; charset=utf-8", "<a/>"));
        assertThat(own.handle(StreamingWebhookRequest.of(head(""), new ByteArrayInputStream(new byte[1024 * 1024 + 1])))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void givenOwnEndpointWithHead_whenStreamed_thenBodyIsUnread() throws IOException {
        WebhookEndpoint own = new WebhookEndpoint() {
            @Override
            public WebhookReply handle(WebhookRequest request) {
                return WebhookReply.ok();
            }

            @Override
            public Optional<WebhookReply> handleHead(WebhookRequest head) {
                return Optional.of(WebhookReply.text(403, "no"));
            }
        };

        assertThat(own.handle(StreamingWebhookRequest.of(request("POST", "", "a")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void givenManyNames_whenShown_thenTwentyAndTheirNumber() {
        List<String> names = IntStream.range(0, 21).mapToObj(i -> "n" + i).toList();

        assertThat(RequestNames.of(names)).endsWith("n19, … 21 in all]");
        assertThat(RequestNames.of(names.subList(0, 20))).endsWith("n19]");
        assertThat(RequestNames.of(List.of("a[0].b", "x".repeat(41), "9"))).isEqualTo("[a[0].b, ?, ?]");
    }

    @Test
    void givenMonitor_whenTold_thenCountsAndKnowsTheLast() {
        Instant start = time.now();
        WebhookMonitor monitor = WebhookMonitor.create(time);
        WebhookReceiver<String> watched = receiver.listener(monitor);
        time.advance(Duration.ofMinutes(5));

        assertThat(monitor.lastProven()).isEmpty();
        assertThat(monitor.silence()).isEqualTo(Duration.ofMinutes(5));
        assertThat(monitor.isSilent(Duration.ofMinutes(5))).isTrue();
        assertThat(monitor.isSilent(Duration.ofMinutes(6))).isFalse();

        watched.handle(request("POST", "key=x", "a"), handled::add);
        watched.handle(request("HEAD", "", ""), handled::add);
        assertThat(monitor.lastProven()).isEmpty();
        watched.handle(request("POST", "key=k", "a"), handled::add);

        assertThat(monitor.lastProven()).contains(start.plus(Duration.ofMinutes(5)));
        assertThat(monitor.count(Result.REFUSED)).isEqualTo(1);
        assertThat(monitor.count(Result.DUPLICATE)).isZero();
        assertThat(monitor).hasToString("WebhookMonitor{ACCEPTED=1, REFUSED=1, CHECKED=1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "a b", "12345678901234567890123456789012345678901234567890123"})
    void givenNameThatCannotBeKept_whenSet_thenRefused(String name) {
        assertThatThrownBy(() -> receiver.name(name)).hasMessageContaining("name must have");
    }

    @Test
    void givenSettings_whenOneChanges_thenTheOthersStay() {
        WebhookReceiver<String> all = receiver.methods("PUT")
                .largestBody(3)
                .identity(event -> event)
                .keepingHeaders("X-Kept")
                .reply(WebhookReply.text(204, ""))
                .challenge(WebhookChallenge.echo("echo"))
                .name("other");
        Inbox<String> inbox = all.inbox(Once.over(store, time)).open(handled::add);

        assertThat(all.accept(request("PUT", "key=k", "a").withHeader("X-Kept", "1"), inbox)
                        .status())
                .isEqualTo(204);
        assertThat(all.accept(request("PUT", "key=k", "abcd"), inbox).status()).isEqualTo(413);
        assertThat(all.accept(request("GET", "echo=1", ""), inbox).body()).isEqualTo("1");
        assertThat(store.find("once/webhook/other:a").orElseThrow().value()).contains("X-Kept");
        assertThat(told).extracting(Notice::receiver).containsOnly("other");
        assertThat(told.get(1)).asString().startsWith("other REFUSED (TOO_LARGE: more than 3 bytes): ");
        assertThat(told.get(0)).asString().startsWith("other ACCEPTED: ");
    }

    private WebhookEndpoint streaming(WebhookReceiver.StreamReader<String> reader) {
        return receiver.largestBody(10).streaming(reader).endpoint(handled::add);
    }

    private static WebhookRequest head(String query) {
        return request("POST", query, "");
    }

    private static WebhookRequest request(String method, String query, String body) {
        return new WebhookRequest(method, query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
