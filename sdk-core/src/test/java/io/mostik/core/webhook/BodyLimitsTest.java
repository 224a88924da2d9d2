package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.TimedBody.SlowBodyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many bodies are read at a time, for how long, and what is given back when. Without a server. */
class BodyLimitsTest {

    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(50);

    private final ManualTime time = new ManualTime();
    private final BodyLimits limits = new BodyLimits(SHORT, LONG, 1);
    private final Served endpoint = new Served();
    private final List<Duration> armed = new ArrayList<>();
    private final AtomicInteger disarmed = new AtomicInteger();

    @Test
    void givenAnswerByHead_whenAsked_thenBodyStaysUnopened() {
        endpoint.early = Optional.of(WebhookReply.text(405, ""));

        WebhookReply reply = answer(() -> {
            throw new IOException("opened");
        });

        assertThat(reply.status()).isEqualTo(405);
        assertThat(armed).isEmpty();
    }

    @Test
    void givenUnprovenBeingRead_whenAnotherComes_thenAskedToComeAgain() {
        List<WebhookReply> second = new ArrayList<>();
        InputStream body = inTheMiddle(() -> second.add(answer("b")));

        WebhookReply first = answer(() -> body);

        assertThat(first.body()).isEqualTo("ab");
        assertThat(second).containsExactly(WebhookReply.text(503, "busy").header("Retry-After", "2"));
        assertThat(armed).containsExactly(SHORT);
        assertThat(disarmed).hasValue(1);
        assertThat(answer("c").status()).isEqualTo(200);
    }

    @Test
    void givenUnprovenBeingRead_whenProvenComes_thenIsRead() {
        List<WebhookReply> second = new ArrayList<>();
        InputStream body = inTheMiddle(() -> {
            endpoint.isProven = true;
            second.add(answer("b"));
            second.add(answer("c"));
        });

        WebhookReply first = answer(() -> body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second).extracting(WebhookReply::body).containsExactly("b", "c");
        assertThat(armed).containsExactly(SHORT, LONG, LONG);
        assertThat(disarmed).hasValue(3);
    }

    @Test
    void givenBodyWholly_whenItsHandlerRuns_thenAnotherMayBeRead() {
        endpoint.handler = () -> {
            endpoint.handler = () -> {};
            assertThat(disarmed).hasValue(1);
            assertThat(answer("b").status()).isEqualTo(200);
        };

        assertThat(answer("a").status()).isEqualTo(200);
        assertThat(disarmed).hasValue(2);
    }

    @Test
    void givenBodyThatBreaks_whenRead_then408AndPlaceIsFree() {
        WebhookReply reply = answer(() -> {
            throw new IOException("reset");
        });

        assertThat(reply).isEqualTo(WebhookReply.text(408, "TOO_SLOW").header("Connection", "close"));
        assertThat(endpoint.failures).extracting(IOException::getMessage).containsExactly("reset");
        assertThat(endpoint.disarmedWhenTold).isEqualTo(1);
        assertThat(answer("a").status()).isEqualTo(200);
    }

    @Test
    void givenHandlerThatThrows_whenBodyIsUnread_thenPlaceIsFree() {
        endpoint.unread = true;
        endpoint.handler = () -> {
            throw new IllegalStateException("bad");
        };

        assertThatThrownBy(() -> answer("a")).hasMessage("bad");

        assertThat(disarmed).hasValue(1);
        endpoint.handler = () -> {};
        assertThat(answer("a").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT-1S, PT1S", "PT1S, PT0S", "PT1S, PT-1S"})
    void givenLimitThatIsNone_whenSet_thenRefused(Duration unproven, Duration proven) {
        assertThatThrownBy(() -> new BodyLimits(unproven, proven, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenBodyByteByByte_whenItTakesTooLong_thenIsEnded() throws IOException {
        AtomicInteger ends = new AtomicInteger();
        TimedBody body = new TimedBody(stream("abc"), SHORT, time, ends::incrementAndGet);

        assertThat(body.read()).isEqualTo('a');
        time.advance(SHORT);
        assertThat(body.read(new byte[1], 0, 1)).isEqualTo(1);
        time.advance(Duration.ofNanos(1));

        assertThatThrownBy(body::read).isInstanceOf(SlowBodyException.class);
        assertThatThrownBy(() -> body.read(new byte[1], 0, 1)).isInstanceOf(SlowBodyException.class);
        assertThat(ends).hasValue(0);
    }

    @Test
    void givenBodyAtItsEnd_whenReadOn_thenItsEndIsToldOnce() throws IOException {
        AtomicInteger ends = new AtomicInteger();
        InputStream inner = new ByteArrayInputStream(new byte[] {0}) {
            @Override
            public void close() {
                ends.addAndGet(100);
            }
        };
        TimedBody body = new TimedBody(inner, SHORT, time, ends::incrementAndGet);

        assertThat(body.read()).isZero();
        assertThat(ends).hasValue(0);
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.read(new byte[1], 0, 1)).isEqualTo(-1);
        body.close();

        assertThat(ends).hasValue(1);
    }

    private WebhookReply answer(String body) {
        return answer(() -> stream(body));
    }

    private WebhookReply answer(BodyLimits.Body body) {
        WebhookRequest head = new WebhookRequest("POST", "", Map.of(), new byte[0]);
        return limits.answer(endpoint, head, body, limit -> {
            armed.add(limit);
            return disarmed::incrementAndGet;
        });
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Two bytes, and something that happens between them. */
    private static InputStream inTheMiddle(Runnable something) {
        InputStream middle = new InputStream() {
            @Override
            public int read() {
                something.run();
                return -1;
            }
        };
        return new SequenceInputStream(stream("a"), new SequenceInputStream(middle, stream("b")));
    }

    /** Answers with the body that came. */
    private final class Served implements WebhookEndpoint {

        private final List<IOException> failures = new ArrayList<>();
        private Optional<WebhookReply> early = Optional.empty();
        private boolean isProven;
        private boolean unread;
        private int disarmedWhenTold;
        private Runnable handler = () -> {};

        @Override
        public WebhookReply handle(WebhookRequest request) {
            handler.run();
            return WebhookReply.text(200, request.text());
        }

        @Override
        public WebhookReply handle(StreamingWebhookRequest request) throws IOException {
            return unread ? handle(request.head()) : handle(request.whole(100));
        }

        @Override
        public Optional<WebhookReply> handleHead(WebhookRequest head) {
            return early;
        }

        @Override
        public boolean isProvenByHead(WebhookRequest head) {
            return isProven;
        }

        @Override
        public void bodyFailed(WebhookRequest head, IOException failure) {
            disarmedWhenTold = disarmed.get();
            failures.add(failure);
        }
    }
}
