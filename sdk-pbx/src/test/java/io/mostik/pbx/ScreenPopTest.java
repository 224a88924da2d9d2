package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ScreenPopTest {

    private final Async async = Async.create();
    private final List<PhoneNumber> asked = new ArrayList<>();

    @AfterEach
    void close() {
        async.close();
    }

    @Test
    void givenKnownCaller_whenPopping_thenShowsTheCard() {
        ScreenPop<String> pop =
                pop(caller -> Optional.of("card of " + caller.e164().orElseThrow()));

        assertThat(pop.card(call("06301112233"))).isEqualTo("card of +36301112233");
    }

    @Test
    void givenUnknownCaller_whenPopping_thenShowsTheDefault() {
        assertThat(pop(caller -> Optional.empty()).card(call("06301112233"))).isEqualTo("new customer");
    }

    @Test
    void givenWithheldOrUnreadableCaller_whenPopping_thenDoesNotAsk() {
        ScreenPop<String> pop = pop(caller -> {
            asked.add(caller);
            return Optional.of("somebody");
        });

        assertThat(pop.card(call("anonymous"))).isEqualTo("new customer");
        assertThat(pop.card(call("sip:bob"))).isEqualTo("new customer");
        assertThat(asked).isEmpty();
    }

    @Test
    void givenSlowLookup_whenPopping_thenShowsTheDefaultInTime() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        ScreenPop<String> pop = pop(caller -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return Optional.of("late");
                })
                .within(Duration.ofMillis(50));

        assertThat(pop.card(call("06301112233"))).isEqualTo("new customer");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenLookupThatThrows_whenPopping_thenShowsTheDefault() {
        ScreenPop<String> pop = pop(caller -> {
            throw new IllegalStateException("no database");
        });

        assertThat(pop.card(call("06301112233"))).isEqualTo("new customer");
    }

    @Test
    @SuppressWarnings("NullAway")
    void givenLookupThatBreaksItsPromise_whenPopping_thenShowsDefault() {
        assertThat(pop(caller -> null).card(call("06301112233"))).isEqualTo("new customer");
        assertThat(pop(caller -> {
                            throw new CancellationException("stopped");
                        })
                        .card(call("06301112233")))
                .isEqualTo("new customer");
    }

    @Test
    void givenNoTime_whenBuilding_thenNamesTheSetting() {
        ScreenPop<String> pop = pop(caller -> Optional.empty());

        assertThatThrownBy(() -> pop.within(Duration.ZERO)).hasMessageContaining("longest");
    }

    private ScreenPop<String> pop(CustomerLookup<String> lookup) {
        return ScreenPop.of(lookup, call -> "new customer", async);
    }

    private static IncomingCall call(String caller) {
        return IncomingCall.builder()
                .caller(PhoneNumber.of(caller))
                .called(PhoneNumber.of("3615550100"))
                .build();
    }
}
