package io.mostik.bridge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorwayTest {

    private static final String STRANGER = "192.0.2.1";

    private final ManualTime time = new ManualTime();
    private final Doorway doorway = new Doorway(100, time);

    @Test
    void givenManyUnproven_whenOneMoreComes_thenOnlyItsAddressIsCrowded() {
        for (int i = 0; i < Doorway.UNPROVEN_AT_ONCE; i++) {
            assertThat(doorway.enter(STRANGER, false)).isEmpty();
        }

        assertThat(doorway.enter(STRANGER, false)).contains(Doorway.Turned.CROWDED);
        assertThat(doorway.enter("192.0.2.2", false)).isEmpty();
        assertThat(doorway.enter(STRANGER, true)).isEmpty();
        doorway.leave(STRANGER, false);
        assertThat(doorway.enter(STRANGER, false)).isEmpty();
    }

    @Test
    void givenManyWrongKeys_whenAskedAgain_thenAddressIsClosedForAMinute() {
        for (int i = 0; i < Doorway.MOST_FAILURES; i++) {
            assertThat(doorway.enter(STRANGER, false)).isEmpty();
            doorway.fail(STRANGER);
            doorway.leave(STRANGER, false);
        }

        assertThat(doorway.enter(STRANGER, false)).contains(Doorway.Turned.CLOSED);
        assertThat(doorway.enter(STRANGER, true)).as("who has the key").isEmpty();
        time.advance(Duration.ofSeconds(59));
        assertThat(doorway.enter(STRANGER, false)).contains(Doorway.Turned.CLOSED);
        time.advance(Duration.ofSeconds(1));
        assertThat(doorway.enter(STRANGER, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1:aaaa:bbbb:cccc:dddd, true",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:2:0:0:0:1, false",
        "fe80:0:0:0:0:0:0:1%eth0, fe80:0:0:0:1:1:1:1%eth0, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, 192.0.2.1, true"
    })
    void givenTwoAddresses_whenCounted_thenOfIpv6ItIsTheNetwork(String one, String other, boolean isTheSame) {
        assertThat(Doorway.counted(one).equals(Doorway.counted(other))).isEqualTo(isTheSame);
    }

    @Test
    void givenWrongKeysNowAndThen_whenAskedAgain_thenAddressStaysOpen() {
        for (int i = 0; i < 5 * Doorway.MOST_FAILURES; i++) {
            assertThat(doorway.enter(STRANGER, false)).isEmpty();
            doorway.fail(STRANGER);
            doorway.leave(STRANGER, false);
            time.advance(Duration.ofSeconds(4));
        }

        assertThat(doorway.enter(STRANGER, false)).isEmpty();
    }

    @Test
    void givenFullHouse_whenProvenOneComes_thenIsAskedToComeAgain() {
        for (int i = 0; i < 100; i++) {
            assertThat(doorway.enter(STRANGER, true)).isEmpty();
        }

        assertThat(doorway.enter(STRANGER, true)).contains(Doorway.Turned.FULL);
        assertThat(doorway.enter("192.0.2.2", false)).contains(Doorway.Turned.FULL);
        doorway.leave(STRANGER, true);
        assertThat(doorway.enter("192.0.2.2", false)).isEmpty();
    }

    @Test
    void givenSomebodyInside_whenClosed_thenNobodyElseComesInAndTheLastOneIsAwaited() throws Exception {
        assertThat(doorway.enter(STRANGER, true)).isEmpty();

        assertThat(doorway.close(Duration.ofMillis(1))).isFalse();

        assertThat(doorway.enter(STRANGER, true)).contains(Doorway.Turned.FULL);
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> doorway.close(Duration.ofSeconds(20)));
        doorway.leave(STRANGER, true);
        assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
