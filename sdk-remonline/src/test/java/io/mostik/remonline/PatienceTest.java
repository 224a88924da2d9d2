package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.RateLimitedException;
import io.mostik.core.Secret;
import io.mostik.core.http.CallListener;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.remonline.orders.OrderUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Other programs with the same key make the vendor refuse calls of this one; it does not say for how long. */
class PatienceTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final ManualTime time = new ManualTime();
    private final List<Duration> pauses = new ArrayList<>();
    private RemOnline remonline;
    private RemOnlineLegacy legacy;

    @BeforeEach
    void connect() {
        CallListener listener = new CallListener() {
            @Override
            public void onWait(Wait wait) {
                if (wait.reason() == Wait.Reason.RETRY) {
                    pauses.add(wait.pause());
                }
            }
        };
        remonline = RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.time(time).listener(listener))
                .build();
        legacy = RemOnlineLegacy.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.time(time).listener(listener))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
        legacy.close();
    }

    private void refuses(int times) {
        for (int i = 0; i < times; i++) {
            vendor.answers(429);
        }
    }

    private void assertDoubling() {
        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pauses.get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void givenThreeRefusals_whenCalling_thenFourthTryGoesWell() {
        refuses(3);
        vendor.answers(200, "{\"id\":7}");

        assertThat(remonline.orders().get(7).id()).isEqualTo(7);

        assertDoubling();
    }

    @Test
    void givenThreeRefusals_whenWriting_thenIsDoneOnce() {
        refuses(3);
        vendor.answers(200);

        remonline.orders().update(7, OrderUpdate.builder().build());

        assertThat(vendor.count()).isEqualTo(4);
        assertDoubling();
    }

    @Test
    void givenEndlessRefusals_whenCalling_thenTriesToDeadline() {
        refuses(20);
        Instant start = time.now();

        assertThatThrownBy(() -> remonline.orders().get(7)).isInstanceOf(RateLimitedException.class);

        assertThat(vendor.count()).isBetween(5, 9);
        assertThat(Duration.between(start, time.now())).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(8)) <= 0);
    }

    @Test
    void givenVendorThatIsDown_whenReading_thenTriesFourTimes() {
        for (int i = 0; i < 6; i++) {
            vendor.answers(503);
        }

        assertThatThrownBy(() -> remonline.orders().get(7)).hasMessageContaining("4 attempts");

        assertThat(vendor.count()).isEqualTo(4);
    }

    @Test
    void givenTokenGeneration_whenRefusedThrice_thenTheSame() {
        vendor.answers(200, "{\"token\":\"0123abcd\",\"success\":true}");
        refuses(3);
        vendor.answers(200, "{\"data\":{\"id\":7},\"success\":true}");

        assertThat(legacy.orders().get(7).id()).isEqualTo(7);

        assertDoubling();
    }
}
