package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.webhook.WebhookListener.Notice;
import io.mostik.core.webhook.WebhookListener.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is refused in silence, and nothing that came is told: reason, names and sizes only. */
class WebhookRefusalTest {

    private static final Logger LOGGER = Logger.getLogger("io.mostik.webhook");
    private static final String PRIVATE = "canary";

    private final ManualTime time = new ManualTime();
    private final List<Notice> told = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final WebhookReceiver<String> receiver = WebhookReceiver.of(
                    "test",
                    WebhookAuthentication.parameter("key", Secret.of("right-key"))
                            .onlyFrom(AddressRanges.of("192.0.2.1")),
                    request -> request.jsonText("name").orElseThrow(() -> new IllegalStateException(PRIVATE)))
            .identity(event -> event)
            .largestBody(100)
            .listener(told::add);

    @BeforeEach
    void listen() {
        LOGGER.setFilter(line -> lines.add(line.getMessage()) && false);
    }

    @AfterEach
    void endListening() {
        LOGGER.setFilter(null);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, canary, 192.0.2.1, identity, 24, 401, UNVERIFIED",
        "POST, right-key, 192.0.2.7, identity, 24, 401, address not allowed",
        "POST, right-key, 192.0.2.1, gzip, 24, 415, compressed",
        "PUT, right-key, 192.0.2.1, identity, 24, 405, WRONG_METHOD",
        "POST, right-key, 192.0.2.1, identity, 101, 413, more than 100 bytes",
        "POST, right-key, 192.0.2.1, identity, 24, 400, java.lang.IllegalStateException"
    })
    void givenRefusal_whenAnswered_thenListenerAndLogHearWhy(
            String verb, String key, String address, String encoding, int size, int status, String why) {
        WebhookRequest request = new WebhookRequest(
                        verb,
                        "key=" + key + "&" + PRIVATE + "%0A=x",
                        Map.of("X-Canary", List.of(PRIVATE), "Content-Encoding", List.of(encoding)),
                        (PRIVATE + "x".repeat(size - PRIVATE.length())).getBytes(StandardCharsets.UTF_8))
                .remoteAddress(address);

        int answer = receiver.handle(request, event -> {}).status();

        assertThat(answer).isEqualTo(status);
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.result()).isEqualTo(Result.REFUSED);
            assertThat(notice.reason()).contains(why).doesNotContain(PRIVATE);
            assertThat(notice.request())
                    .contains(verb, "[key, ?]", "Content-Encoding", size + " bytes")
                    .doesNotContain(PRIVATE);
        });
        assertThat(lines).containsExactly(told.get(0).toString());
    }

    @Test
    void givenBodyThatDoesNotCome_whenEnded_thenListenerAndLogHearWhy() {
        receiver.endpoint(event -> {}).bodyFailed(request("x"), new IOException(PRIVATE));

        assertThat(told).extracting(Notice::reason).containsExactly("the body did not arrive completely: IOException");
        assertThat(lines).singleElement().asString().doesNotContain(PRIVATE);
    }

    @Test
    void givenFailedHandler_whenAnswered_thenListenerAndLogHearWhy() {
        int status = receiver.handle(request("{\"name\":\"a\"}"), event -> {
                    throw new IllegalStateException(PRIVATE);
                })
                .status();

        assertThat(status).isEqualTo(500);
        assertThat(told).extracting(Notice::result).containsExactly(Result.FAILED);
        assertThat(told.get(0).failure()).get().isInstanceOf(IllegalStateException.class);
        assertThat(told.get(0).id()).contains("a");
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("java.lang.IllegalStateException", "WebhookRefusalTest")
                .doesNotContain(PRIVATE);
    }

    @Test
    void givenStoreThatIsDown_whenAnswered_thenListenerAndLogHearWhy() {
        StateStore down = MortalStore.over(StateStore.inMemory(time)).failAt(MortalStore.Point.before(1));
        Inbox<String> inbox = receiver.inbox(Once.over(down, time)).open(event -> {});

        int status = receiver.accept(request("{\"name\":\"a\"}"), inbox).status();

        assertThat(status).isEqualTo(500);
        assertThat(told.get(0).failure()).get().isInstanceOf(StateStoreException.class);
        assertThat(lines).singleElement().asString().contains("StateStoreException");
    }

    @Test
    void givenFailedInboxHandler_whenRun_thenListenerHearsEachTry() {
        Inbox<String> inbox = receiver.inbox(Once.over(StateStore.inMemory(time), time))
                .tries(2)
                .open(event -> {
                    throw new IllegalStateException(PRIVATE);
                });
        receiver.accept(request("{\"name\":\"a\"}"), inbox);
        told.clear();

        IntStream.range(0, 3).forEach(unused -> {
            inbox.run();
            time.advance(Duration.ofHours(1));
        });

        assertThat(told).extracting(Notice::result).containsOnly(Result.HANDLER_FAILED);
        assertThat(told)
                .extracting(Notice::reason)
                .containsExactly(
                        "java.lang.IllegalStateException, try 1",
                        "java.lang.IllegalStateException, try 2, dead letter");
    }

    @Test
    void givenListenerThatThrows_whenTold_thenTheAnswerIsTheSame() {
        int status = receiver.listener(notice -> {
                    throw new IllegalStateException(PRIVATE);
                })
                .handle(request("{\"name\":\"a\"}"), event -> {})
                .status();

        assertThat(status).isEqualTo(200);
        assertThat(lines).containsExactly("a listener of webhooks failed: java.lang.IllegalStateException");
    }

    @Test
    void givenFlood_whenRefused_thenTheLogHas60AMinuteAndTheirNumber() {
        WebhookLog log = new WebhookLog(time);
        Notice refused = new Notice("test", Result.REFUSED, "x", "x", Optional.empty(), Optional.empty());
        Notice taken = new Notice("test", Result.ACCEPTED, "", "x", Optional.empty(), Optional.empty());

        IntStream.range(0, 100).forEach(unused -> log.tell(List.of(told::add), refused));
        int inTheFlood = lines.size();
        time.advance(Duration.ofSeconds(61));
        log.tell(List.of(), taken);
        log.tell(List.of(), refused);

        assertThat(told).hasSize(100);
        assertThat(inTheFlood).isEqualTo(60);
        assertThat(lines.subList(60, 62)).containsExactly("40 more webhooks of test were refused", refused.toString());
    }

    private static WebhookRequest request(String body) {
        return new WebhookRequest("POST", "key=right-key", Map.of(), body.getBytes(StandardCharsets.UTF_8))
                .remoteAddress("192.0.2.1");
    }
}
