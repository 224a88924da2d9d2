package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.StateStoreException;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session does in moments that calls over a socket do not meet for certain. */
@Timeout(30)
class TokenSessionRulesTest {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration NEAR_THE_END = Duration.ofMinutes(26);
    private static final ApiResponse REFUSED = ApiResponse.of(401, new byte[0]);

    private final ManualTime time = new ManualTime();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile Supplier<Secret> vendor = () -> Secret.of("token-" + logins.get());
    private final TokenSession session = new TokenSession(
            "account",
            (deadline, previous) -> {
                logins.incrementAndGet();
                return new TokenSession.Token(
                        vendor.get(), Optional.of(time.now().plus(LIFE)));
            },
            (request, token) -> request.withHeader("X-Token", token),
            answer -> answer.status() == 401,
            time);

    @Test
    void givenLoginUnderWay_whenAnotherNeedsIt_thenItTakesItsToken() throws Exception {
        assertThat(twoAtOnce(() -> Secret.of("token-1"))).containsExactly("token-1", "token-1");
        assertThat(logins).hasValue(1);
    }

    @Test
    void givenRenewalRefused_whenAnotherWaitsForIt_thenBothUseTheOld() throws Exception {
        session.authorize(request());
        time.advance(NEAR_THE_END);

        List<String> tokens = twoAtOnce(() -> {
            throw failure(Outcome.REJECTED);
        });

        assertThat(tokens).containsExactly("token-1", "token-1");
        assertThat(logins).hasValue(2);
    }

    @Test
    void givenTokenRenewedMeanwhile_whenOldIsRefused_thenIsSentAgain() {
        ApiRequest early = session.authorize(request());
        time.advance(NEAR_THE_END);
        session.authorize(request());

        assertThat(session.renewed(early, REFUSED)).isTrue();
        assertThat(logins).hasValue(2);
    }

    @Test
    void givenStoreThatFails_whenOldTokenIsGood_thenItIsUsed() {
        session.authorize(request());
        time.advance(NEAR_THE_END);
        vendor = TokenSessionRulesTest::brokenStore;

        assertThat(tokenOf(session.authorize(request()))).isEqualTo("token-1");
    }

    @Test
    void givenStoreThatFails_whenThereIsNoToken_thenItsFailureIsSeen() {
        vendor = TokenSessionRulesTest::brokenStore;

        assertThatThrownBy(() -> session.authorize(request())).isInstanceOf(StateStoreException.class);
    }

    @Test
    void givenStoreThatFails_whenTokenHasEnded_thenItsFailureIsSeen() {
        session.authorize(request());
        time.advance(LIFE);
        vendor = TokenSessionRulesTest::brokenStore;

        assertThatThrownBy(() -> session.authorize(request())).isInstanceOf(StateStoreException.class);
    }

    @Test
    void givenUnusableToken_whenTheOldIsGood_thenItIsUsed() {
        session.authorize(request());
        time.advance(NEAR_THE_END);
        vendor = () -> Secret.of(" ");

        assertThat(tokenOf(session.authorize(request()))).isEqualTo("token-1");
    }

    @Test
    void givenUnusableToken_whenThereIsNone_thenSaysWhenToCome() {
        vendor = () -> Secret.of(" ");

        SdkException failure = failureOfCall();
        time.advance(Duration.ofSeconds(10));

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(failureOfCall().retryAfter()).contains(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"NOT_SENT", "REJECTED", "UNKNOWN"})
    void givenLoginThatFailsForNow_whenMayHaveHappened_thenIsLasting(Outcome outcome) {
        vendor = () -> {
            throw new TransportException("x", FailureInfo.temporary("session.login", outcome, Phase.HEAD), null);
        };

        SdkException failure = failureOfCall();

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.failure().temporary()).isEqualTo(outcome != Outcome.UNKNOWN);
    }

    @Test
    void givenLastingLoginFailure_whenCalling_thenItIsLasting() {
        vendor = () -> {
            throw new TransportException(
                    "x", FailureInfo.lasting("session.login", Outcome.NOT_SENT, Phase.CONNECT), null);
        };

        assertThat(failureOfCall().failure().temporary()).isFalse();
    }

    @Test
    void givenNoCredentials_whenAsked_thenStandsForItself() {
        Authorizer none = Authorizer.none();

        assertThat(none.identity()).isSameAs(none);
    }

    @Test
    void givenAuthorizers_whenPrinted_thenShowNothing() {
        assertThat(Authorizer.bearer(Secret.of("canary"))).hasToString("Authorizer");
        assertThat(Authorizer.bearer(() -> Secret.of("canary"))).hasToString("Authorizer");
    }

    @Test
    void givenUserWithColon_whenBasic_thenIsRefused() {
        assertThatThrownBy(() -> Authorizer.basic(":x", Secret.of("canary")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Authorizer.basic(" ", Secret.of("canary")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenSupplierOfTokens_whenRotated_thenEachRequestHasNewest() {
        AtomicInteger number = new AtomicInteger();
        Authorizer rotating = Authorizer.bearer("account", () -> Secret.of("token-" + number.incrementAndGet()));

        rotating.authorize(request());

        assertThat(rotating.authorize(request()).carries(Secret.of("token-2"))).isTrue();
        assertThat(rotating.identity()).isEqualTo("account");
    }

    @Test
    void givenSupplierWithoutToken_whenAsked_thenStandsForItself() {
        Supplier<Secret> empty = () -> {
            throw new IllegalStateException("not yet");
        };

        assertThat(Authorizer.bearer(empty).identity()).isSameAs(empty);
        assertThat(Authorizer.bearer(() -> Secret.of("one")).identity()).isEqualTo(Secret.of("one"));
    }

    /** Lets a second caller come while the first logs in, and returns the tokens of both. */
    private List<String> twoAtOnce(Supplier<Secret> brings) throws InterruptedException {
        CountDownLatch atTheDoor = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        vendor = () -> {
            atTheDoor.countDown();
            awaitQuietly(goOn);
            return brings.get();
        };
        List<String> tokens = new CopyOnWriteArrayList<>();
        Thread first = new Thread(() -> tokens.add(tokenOf(session.authorize(request()))));
        Thread second = new Thread(() -> tokens.add(tokenOf(session.authorize(request()))));
        first.start();
        atTheDoor.await();
        second.start();
        while (second.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        first.join();
        second.join();
        return tokens;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Secret brokenStore() {
        throw new StateStoreException("no store");
    }

    private static SdkException failure(Outcome outcome) {
        return ApiException.of(
                ApiError.of(401, "", "wrong"), FailureInfo.lasting("session.login", outcome, Phase.DECODE));
    }

    private SdkException failureOfCall() {
        return catchThrowableOfType(SdkException.class, () -> session.authorize(request()));
    }

    private static String tokenOf(ApiRequest request) {
        return request.secrets().get(0).reveal();
    }

    private ApiRequest request() {
        return TestRequest.of(Effect.READ, Duration.ofMinutes(1), time);
    }
}
