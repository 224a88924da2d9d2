package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.http.CallListener.Wait;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookListener.Notice;
import io.mostik.core.webhook.WebhookListener.Result;
import io.mostik.core.webhook.WebhookMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LampsTest {

    private static final Notice ACCEPTED =
            new Notice("calls", Result.ACCEPTED, "", "POST", Optional.empty(), Optional.empty());

    private final ManualTime time = new ManualTime();
    private final Instant now = time.now();
    private final ConnectionCalls calls = new ConnectionCalls(time);

    @Test
    void givenCertificate_whenItsEndComes_thenLampChangesInTime() {
        assertThat(state(ends(Duration.ofDays(31)))).isEqualTo(Lamp.State.QUIET);
        assertThat(state(ends(Duration.ofDays(29)))).isEqualTo(Lamp.State.SOON);
        assertThat(state(ends(Duration.ZERO))).isEqualTo(Lamp.State.TROUBLE);
        assertThat(lamp(ends(Duration.ofDays(-1)), Optional.empty(), Optional.empty())
                        .why())
                .isEqualTo("certificateEnded");
    }

    @Test
    void givenRefusedKey_whenOtherThingsAreWell_thenItIsTrouble() {
        Lamp lamp = lamp(Optional.empty(), Optional.of(now), Optional.of(now));

        assertThat(lamp).isEqualTo(new Lamp(Lamp.State.TROUBLE, "keyRefused", Optional.of(now)));
    }

    @Test
    void givenLimit_whenCallsAreHeldBack_thenLampIsSlowUntilThen() {
        calls.onWait(new Wait("cards.get", Wait.Reason.RATE_LIMIT, Duration.ofSeconds(9)));

        assertThat(state(ends(Duration.ofDays(3)))).isEqualTo(Lamp.State.SLOW);

        time.advance(Duration.ofSeconds(10));
        assertThat(state(ends(Duration.ofDays(3)))).isEqualTo(Lamp.State.SOON);
    }

    @Test
    void givenWebhookOnly_whenHeard_thenLampIsGood() {
        assertThat(lamp(Optional.empty(), Optional.empty(), Optional.of(now)).state())
                .isEqualTo(Lamp.State.OK);
    }

    @Test
    void givenNamesThatBeginAlike_whenOneIsHeard_thenTheOtherIsNot() {
        Map<String, WebhookMonitor> monitors =
                Map.of("calls/sms", heard(), "calls/chat", WebhookMonitor.create(time), "calls2/user", heard());
        time.advance(Duration.ofMinutes(5));
        monitors.get("calls2/user").told(ACCEPTED);

        assertThat(Lamps.heard(monitors, "calls")).contains(now);
        assertThat(Lamps.heard(monitors, "calls2")).contains(now.plus(Duration.ofMinutes(5)));
        assertThat(Lamps.heard(monitors, "call")).isEmpty();
        assertThat(Lamps.heard(Map.of("calls2/user", heard()), "calls")).isEmpty();
    }

    private WebhookMonitor heard() {
        WebhookMonitor monitor = WebhookMonitor.create(time);
        monitor.told(ACCEPTED);
        return monitor;
    }

    private Optional<Instant> ends(Duration in) {
        return Optional.of(now.plus(in));
    }

    private Lamp.State state(Optional<Instant> end) {
        return lamp(end, Optional.empty(), Optional.empty()).state();
    }

    private Lamp lamp(Optional<Instant> end, Optional<Instant> refused, Optional<Instant> heard) {
        return Lamps.lamp(new Lamps.Known(end, refused, calls, heard), now);
    }
}
