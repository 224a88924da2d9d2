package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.store.StoredJson;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.Triggers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunCountsTest {

    private static final String LINK = """
        links:
        - name: signals
          on: base.signal
          do: test.add
          to: callcentre
          when: [{field: kind, isNot: other}]
          map: {phone: {from: phone, as: phone, region: HU, required: true}}
        """;
    private static final Map<String, String> GOOD = Map.of("phone", "06 30 111 2233");

    @Test
    void givenEvents_whenTaken_thenEachIsCountedOnce() {
        try (LinkLab lab = new LinkLab(BridgeStore.named("H2"), LINK)) {
            lab.tell("e-1", GOOD);
            lab.tell("e-1", GOOD);
            lab.tell("e-2", Map.of("kind", "other"));
            lab.tell("e-3", Map.of("phone", "x"));
            lab.links.pause("signals", "test");
            lab.tell("e-4", GOOD);
            lab.links.resume("signals");

            assertThat(lab.links.runCounts())
                    .isEqualTo(Map.of(
                            "signals",
                            Map.of(
                                    RunState.ACCEPTED, 2L,
                                    RunState.FILTERED, 1L,
                                    RunState.INCOMPLETE, 1L,
                                    RunState.WAITING, 1L)));
        }
    }

    @Test
    void givenOldEvent_whenTaken_thenLagIsItsAge() {
        try (LinkLab lab = new LinkLab(BridgeStore.named("H2"), LINK)) {
            assertThat(lab.links.lags()).isEmpty();
            lab.tell(new BridgeEvent(
                    Triggers.SIGNAL, "", "e-1", lab.time.now().minusSeconds(90), StoredJson.plain(GOOD)));

            assertThat(lab.links.lags()).isEqualTo(Map.of("signals", Duration.ofSeconds(90)));

            lab.tell(new BridgeEvent(
                    Triggers.SIGNAL, "", "e-2", lab.time.now().plusSeconds(90), StoredJson.plain(GOOD)));

            assertThat(lab.links.lags()).as("a clock ahead").isEqualTo(Map.of("signals", Duration.ZERO));
        }
    }
}
