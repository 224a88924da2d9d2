package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayLimitsTest {

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    private final ManualTime time = new ManualTime();

    @Test
    void givenTwentyInASecond_whenAskedMore_thenRefusedUntilTimePasses() {
        Rates rates = new Rates(time);

        assertThat(taken(rates, 30)).isEqualTo(20);
        assertThat(rates.hasRoom("zup")).isFalse();
        assertThat(rates.take("other")).isTrue();
        time.advance(Duration.ofMillis(50));
        assertThat(rates.hasRoom("zup")).isTrue();
        assertThat(taken(rates, 30)).isEqualTo(1);
        time.advance(Duration.ofHours(1));
        assertThat(taken(rates, 30)).isEqualTo(20);
    }

    private static long taken(Rates rates, int times) {
        return IntStream.range(0, times).filter(i -> rates.take("zup")).count();
    }

    @Test
    void givenWrongKeys_whenTwentyInAMinute_thenTheAddressIsClosedForAMinute() {
        Strangers strangers = new Strangers(time);

        IntStream.range(0, 19).forEach(i -> strangers.failed("203.0.113.7"));
        assertThat(strangers.isClosed("203.0.113.7")).isFalse();
        time.advance(Duration.ofSeconds(50));
        strangers.failed("203.0.113.7");
        time.advance(Duration.ofSeconds(59));
        assertThat(strangers.isClosed("203.0.113.7")).isTrue();
        assertThat(strangers.isClosed("203.0.113.8")).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(strangers.isClosed("203.0.113.7")).isFalse();
    }

    @Test
    void givenWrongKeysFarBetween_whenCounted_thenNotClosed() {
        Strangers strangers = new Strangers(time);

        IntStream.range(0, 100).forEach(i -> {
            strangers.failed("203.0.113.7");
            time.advance(Duration.ofSeconds(4));
        });

        assertThat(strangers.isClosed("203.0.113.7")).isFalse();
    }

    @Test
    void givenClosedAddress_whenAsked_thenOnlyTheRightKeyIsHeard() {
        Gateway gateway = GATEWAY.gateway();
        IntStream.range(0, 20).forEach(i -> gateway.handle(request("wrong", "198.51.100.9")));

        WebhookReply closed = gateway.handle(request("wrong", "198.51.100.9"));
        WebhookReply elsewhere = gateway.handle(request("wrong", "198.51.100.10"));
        WebhookReply right = gateway.handle(request(GatewayServer.ZUP, "198.51.100.9"));

        assertThat(closed.status()).isEqualTo(429);
        assertThat(closed.headers()).containsKey("Retry-After");
        assertThat(closed.body()).contains("too_many_failures");
        assertThat(elsewhere.status()).isEqualTo(401);
        assertThat(right.status()).isEqualTo(200);
    }

    @Test
    void givenFullHouse_whenWaiting_thenAnsweredAtOnce() {
        LongPolls polls = new LongPolls(2);

        Duration third = polls.waiting(
                "one",
                Duration.ofSeconds(5),
                first -> polls.waiting(
                        "two",
                        Duration.ofSeconds(5),
                        second -> polls.waiting("three", Duration.ofSeconds(5), longest -> longest)));

        assertThat(third).isZero();
        Duration alone = polls.waiting("three", Duration.ofHours(1), longest -> longest);
        assertThat(alone).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void givenOneBaseWaitingTwentyTimes_whenWaitingMore_thenOthersStillWait() {
        LongPolls polls = new LongPolls(100);

        assertThat(nested(polls, 19)).isEqualTo(Duration.ofSeconds(5));
        assertThat(nested(polls, 20)).isZero();
        Duration other = polls.waiting("zup", Duration.ofSeconds(5), longest -> longest);
        assertThat(other).isEqualTo(Duration.ofSeconds(5));
    }

    /** Waits within waiting, as many requests do beside each other. */
    private static Duration nested(LongPolls polls, int depth) {
        return polls.waiting("zup", Duration.ofSeconds(5), longest -> depth == 0 ? longest : nested(polls, depth - 1));
    }

    @Test
    void givenBodyThatBreaksOff_whenRead_then408InTheSameJson() {
        WebhookReply reply = GATEWAY.gateway()
                .handle(StreamingWebhookRequest.of(
                        new WebhookRequest(
                                        "POST",
                                        "",
                                        Map.of("Authorization", List.of("Bearer " + GatewayServer.ZUP)),
                                        new byte[0])
                                .path("/v1/actions/test.note"),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("too slow");
                            }
                        }));

        assertThat(reply.status()).isEqualTo(408);
        assertThat(reply.body()).contains("\"code\":\"body_too_slow\"");
    }

    private static WebhookRequest request(String key, String address) {
        return new WebhookRequest("GET", "", Map.of("Authorization", List.of("Bearer " + key)), new byte[0])
                .path("/v1/events")
                .remoteAddress(address);
    }
}
