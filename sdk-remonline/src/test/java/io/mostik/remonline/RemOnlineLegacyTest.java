package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.Secret;
import io.mostik.core.http.RateLimit;
import io.mostik.remonline.legacy.LegacyOrder;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemOnlineLegacyTest {

    // Manual time adds up what threads wait side by side: twenty of them seem to take minutes.
    private static final Duration OF_ADDED_UP_PAUSES = Duration.ofMinutes(30);

    private final RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
    private final VendorTime time = new VendorTime(vendor.clock());
    private RemOnlineLegacy legacy;

    @BeforeEach
    void connect() {
        legacy = client(vendor.apiKey());
    }

    private RemOnlineLegacy client(String key) {
        return RemOnlineLegacy.builder()
                .apiKey(Secret.of(key))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(time).deadline(OF_ADDED_UP_PAUSES))
                .build();
    }

    /** Pauses of many threads would add up to more than a token lasts. */
    private RemOnlineLegacy unpaced() {
        return RemOnlineLegacy.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(time).rateLimit(RateLimit.none()))
                .build();
    }

    @AfterEach
    void close() {
        legacy.close();
        vendor.close();
    }

    @Test
    void givenTwentyThreads_whenAllNeedAToken_thenLogsInOnce() throws Exception {
        long order = vendor.seedOrder();
        vendor.unlimited();
        legacy.close();
        legacy = unpaced();

        readAtOnce(order, 20);

        assertThat(vendor.logins()).isEqualTo(1);
    }

    @Test
    void givenSecondClient_whenItCalls_thenItLogsInByItself() {
        long order = vendor.seedOrder();
        legacy.orders().get(order);

        try (RemOnlineLegacy second = client(vendor.apiKey())) {
            second.orders().get(order);
        }

        assertThat(vendor.logins()).isEqualTo(2);
    }

    @Test
    void givenExpiredToken_whenTwentyThreadsCall_thenRenewsOnce() throws Exception {
        long order = vendor.seedOrder();
        vendor.unlimited();
        legacy.close();
        legacy = unpaced();
        legacy.orders().get(order);
        vendor.clock().advance(Duration.ofSeconds(31));
        vendor.expireTokens();

        readAtOnce(order, 20);

        assertThat(vendor.logins()).isEqualTo(2);
    }

    @Test
    void givenNineMinutes_whenCalling_thenBuysAnotherTokenBeforeEnd() {
        long order = vendor.seedOrder();
        legacy.orders().get(order);

        vendor.clock().advance(Duration.ofMinutes(5));
        legacy.orders().get(order);

        assertThat(vendor.logins()).isEqualTo(2);
        assertThat(vendor.journal().count("GET", "/order/" + order)).isEqualTo(2);
    }

    @Test
    void givenTokenEndedEarly_whenCalling_thenSaysWhenToComeAgain() {
        long order = vendor.seedOrder();
        legacy.orders().get(order);
        vendor.clock().advance(Duration.ofSeconds(10));
        vendor.expireTokens();

        AuthException failure =
                catchThrowableOfType(AuthException.class, () -> legacy.orders().get(order));
        Instant again = failure.retryAt().orElseThrow();
        vendor.clock().advance(Duration.between(vendor.clock().now(), again));

        assertThat(failure.retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20)));
        assertThat(failure.hint(Locale.ENGLISH)).contains("one in half a minute at most");
        assertThat(legacy.orders().get(order).id()).isEqualTo(order);
        assertThat(vendor.logins()).isEqualTo(2);
    }

    @Test
    void givenLoginThatFails_whenCalling_thenSaysItWasTheLogin() {
        vendor.faults().answer(500).times(9).on("POST", "/token/new");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> legacy.orders().get(1));

        assertThat(failure)
                .hasMessageContaining("legacy.orders.get: the vendor answered the log-in with 500")
                .hasMessageContaining("NOT_SENT");
        assertThat(vendor.journal().count("GET", "/order/1")).isZero();
    }

    @Test
    void givenWrongKey_whenCalling_thenSaysSoAndHidesTheKey() {
        RemOnlineLegacy other = client("canary-key-5d2e");

        AuthException failure =
                catchThrowableOfType(AuthException.class, () -> other.orders().get(1));

        assertThat(failure.code()).contains("111");
        assertThat(failure).hasMessageNotContaining("canary-key-5d2e");
        assertThat(other.toString()).doesNotContain("canary-key-5d2e");
        other.close();
    }

    @Test
    void givenCallsAndALogIn_whenMadeInARow_thenShareOneLimit() {
        long order = vendor.seedOrder();

        for (int i = 0; i < 10; i++) {
            legacy.orders().get(order);
        }

        assertThat(time.waited()).isBetween(Duration.ofMillis(3_300), Duration.ofMillis(3_500));
        assertThat(vendor.refusals()).isZero();
    }

    private void readAtOnce(long order, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Callable<LegacyOrder>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            calls.add(() -> legacy.orders().get(order));
        }
        for (Future<LegacyOrder> done : pool.invokeAll(calls)) {
            assertThat(done.get().id()).isEqualTo(order);
        }
        pool.shutdown();
    }
}
