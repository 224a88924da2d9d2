package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import java.time.Duration;
import java.time.Instant;
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
            lab.links.pause("signals", "anna", "test");
            lab.tell("e-4", GOOD);
            lab.links.resume("signals", "anna", "test");

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
    void givenPausedLink_whenEventsWait_thenTheOldestTellsSinceWhen() {
        try (LinkLab lab = new LinkLab(BridgeStore.named("H2"), LINK)) {
            lab.tell("e-1", GOOD);
            assertThat(lab.links.waitingSince()).isEmpty();
            lab.links.pause("signals", "anna", "test");
            Instant first = lab.time.now();
            lab.tell("e-2", GOOD);
            lab.time.advance(Duration.ofSeconds(90));
            lab.tell("e-3", GOOD);

            assertThat(lab.links.waitingSince()).isEqualTo(Map.of("signals", first));

            lab.links.resume("signals", "anna", "test");
            assertThat(lab.links.waitingSince()).isEmpty();
        }
    }
}
