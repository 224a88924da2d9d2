package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenSessionTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final Endpoint<Json> CREATE = Endpoint.once("things.create", "POST", "/things", Json.class);
    private static final Endpoint<Json> LOGIN = Endpoint.repeatable("session.login", "POST", "/login", Json.class);
    private static final Duration LIFE = Duration.ofMinutes(30);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @RegisterExtension
    final VendorServer loginServer = new VendorServer();

    final ManualTime time = new ManualTime();
    final AtomicInteger logins = new AtomicInteger();
    Duration life = LIFE;
    Optional<StateStoreException> vaultFailure = Optional.empty();
    ApiClient loginClient;
    ApiClient client;

    @BeforeEach
    void connect() {
        loginClient = ApiClient.builder(config(loginServer)).build();
        TokenSession session = new TokenSession(
                "account",
                (deadline, previous) -> {
                    logins.incrementAndGet();
                    vaultFailure.ifPresent(failure -> {
                        throw failure;
                    });
                    Json answer = loginClient.call(LOGIN).within(deadline).send();
                    return new TokenSession.Token(
                            Secret.of(answer.get("token").text().orElseThrow()),
                            Optional.of(time.now().plus(life)));
                },
                (request, token) -> request.withHeader("X-Token", token),
                answer -> answer.status() == 401,
                time);
        client = ApiClient.builder(config(vendor)).authorizer(session).build();
    }

    @AfterEach
    void close() {
        client.close();
        loginClient.close();
    }

    @Test
    void givenNoToken_whenCallingTwice_thenLogsInOnce() {
        loginServer.answers(200, "{\"token\":\"first-token\"}");
        vendor.answers(200, "{}").answers(200, "{}");

        client.call(GET).send();
        client.call(GET).send();

        assertThat(logins).hasValue(1);
        assertThat(vendor.received().header("X-Token")).isEqualTo("first-token");
    }

    @Test
    void givenTokenNearItsEnd_whenCalling_thenRenewsBefore() {
        loginServer.answers(200, "{\"token\":\"first-token\"}").answers(200, "{\"token\":\"second-token\"}");
        vendor.answers(200, "{}").answers(200, "{}");
        client.call(GET).send();

        time.advance(Duration.ofMinutes(26));
        client.call(GET).send();

        vendor.received();
        assertThat(vendor.received().header("X-Token")).isEqualTo("second-token");
    }

    @Test
    void givenVaultDown_whenOldTokenIsGood_thenUsesItMeanwhile() {
        loginServer.answers(200, "{\"token\":\"first-token\"}").answers(200, "{\"token\":\"second-token\"}");
        vendor.answers(200, "{}").answers(200, "{}").answers(200, "{}");
        client.call(GET).send();
        time.advance(Duration.ofMinutes(26));

        vaultFailure = Optional.of(new StateStoreException("the vault is down"));
        client.call(GET).send();
        vaultFailure = Optional.empty();
        client.call(GET).send();

        vendor.received();
        assertThat(vendor.received().header("X-Token")).isEqualTo("first-token");
        assertThat(vendor.received().header("X-Token")).isEqualTo("second-token");
    }

    @Test
    void givenVaultDown_whenNoTokenIsGood_thenPassesItsFailureOn() {
        loginServer.answers(200, "{\"token\":\"first-token\"}").answers(200, "{\"token\":\"second-token\"}");
        vendor.answers(200, "{}").answers(200, "{}");
        StateStoreException down = new StateStoreException("the vault is down");
        vaultFailure = Optional.of(down);
        assertThatThrownBy(() -> client.call(GET).send()).isSameAs(down);
        vaultFailure = Optional.empty();
        client.call(GET).send();

        time.advance(LIFE);
        vaultFailure = Optional.of(down);
        assertThatThrownBy(() -> client.call(GET).send()).isSameAs(down);
        vaultFailure = Optional.empty();
        client.call(GET).send();

        assertThat(vendor.count()).isEqualTo(2);
        assertThat(logins).hasValue(4);
    }

    @Test
    void givenFailedRenewal_whenOldTokenIsGood_thenUsesItForNow() {
        loginServer
                .answers(200, "{\"token\":\"first-token\"}")
                .answers(400, "{}")
                .answers(200, "{\"token\":\"second-token\"}");
        vendor.answers(200, "{}").answers(200, "{}").answers(200, "{}").answers(200, "{}");
        client.call(GET).send();

        time.advance(Duration.ofMinutes(26));
        client.call(GET).send();
        client.call(GET).send();
        time.advance(Duration.ofSeconds(31));
        client.call(GET).send();

        assertThat(logins).hasValue(3);
        assertThat(List.of(token(), token(), token(), token()))
                .containsExactly("first-token", "first-token", "first-token", "second-token");
    }

    @Test
    void givenEndedToken_whenFiftyCall_thenOneRenewsAndEachIsResent() throws Exception {
        vendor.dispatches(request -> new MockResponse.Builder()
                .code("second-token".equals(request.getHeaders().get("X-Token")) ? 200 : 401)
                .body("{}")
                .build());
        loginServer.answers(200, "{\"token\":\"first-token\"}").answers(200, "{\"token\":\"second-token\"}");
        ExecutorService pool = Executors.newFixedThreadPool(50);
        failureOf(GET);
        time.advance(Duration.ofSeconds(31));

        List<Future<Json>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(pool.submit(() -> client.call(CREATE).json(List.of()).send()));
        }
        for (Future<Json> call : calls) {
            call.get();
        }

        assertThat(logins).hasValue(2);
        assertThat(vendor.count()).isBetween(52, 101);
        pool.shutdownNow();
    }

    @Test
    void givenTokenThatIsRefusedAtOnce_whenCalling_thenDoesNotLoop() {
        loginServer.answers(200, "{\"token\":\"first-token\"}");
        vendor.answers(401);

        SdkException failure = failureOf(GET);

        assertThat(failure).isInstanceOf(AuthException.class);
        assertThat(failure.retryAt()).contains(time.now().plusSeconds(30));
        assertThat(logins).hasValue(1);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenWrongPassword_whenCallingOften_thenOneLoginNoCall() {
        loginServer.answers(401, "{}");

        for (int i = 0; i < 5; i++) {
            SdkException failure = failureOf(CREATE);
            assertThat(failure).isInstanceOf(AuthException.class);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.operation()).isEqualTo("things.create");
        }

        assertThat(loginServer.count()).isEqualTo(1);
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenLoginServerDown_whenCalling_thenSaysNotSent() {
        loginServer.dispatches(request -> new MockResponse.Builder().code(503).build());

        SdkException failure = failureOf(CREATE);

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure).hasMessageContaining("the vendor answered the log-in with 503");
    }

    @Test
    void givenCutLoginAnswer_whenCalling_thenFailureIsOfCall() {
        for (int i = 0; i < 3; i++) {
            loginServer.dropsAnswer();
        }

        SdkException failure = failureOf(CREATE);

        assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("no access token");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void givenVendorThatEchoesToken_whenItRefuses_thenTokenIsNotShown() {
        loginServer.answers(200, "{\"token\":\"first-token\"}");
        vendor.answers(400, "you sent first-token");

        assertThat(failureOf(CREATE)).hasMessageContaining("you sent ***");
    }

    @Test
    void givenLoginServerWasAway_whenNextCallerComes_thenLogsIn() {
        for (int i = 0; i < 3; i++) {
            loginServer.dropsAnswer();
        }
        failureOf(CREATE);
        loginServer.answers(200, "{\"token\":\"first-token\"}");
        vendor.answers(200, "{}");

        time.advance(Duration.ofSeconds(3));
        client.call(CREATE).json(List.of()).send();

        assertThat(token()).isEqualTo("first-token");
    }

    @Test
    void givenLoginCutByCallersDeadline_whenOthersCall_thenTheyLogIn() {
        loginServer.answers(new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS));
        SdkException hasty = catchThrowableOfType(
                SdkException.class,
                () -> client.call(GET)
                        .within(Deadline.after(Duration.ofMillis(300), TimeSource.system()))
                        .send());
        loginServer.answers(200, "{\"token\":\"first-token\"}");
        vendor.answers(200, "{}");

        client.call(GET).send();

        assertThat(hasty.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(token()).isEqualTo("first-token");
    }

    @Test
    void givenTokenBornExpired_whenCalledOften_thenLoginsArePaced() {
        life = Duration.ZERO;
        loginServer.answers(200, "{\"token\":\"first-token\"}").answers(200, "{\"token\":\"second-token\"}");
        vendor.dispatches(
                request -> new MockResponse.Builder().code(200).body("{}").build());

        for (int i = 0; i < 10; i++) {
            client.call(GET).send();
        }
        time.advance(Duration.ofSeconds(31));
        client.call(GET).send();

        assertThat(logins).hasValue(2);
        assertThat(vendor.count()).isEqualTo(11);
    }

    @Test
    void givenEmptyToken_whenCalledOften_thenOneLoginAndRetryTime() {
        loginServer.answers(200, "{\"token\":\"\"}");

        for (int i = 0; i < 10; i++) {
            SdkException failure = failureOf(CREATE);
            assertThat(failure).isInstanceOf(DecodingException.class).hasMessageContaining("no usable token");
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.retryAt()).contains(time.now().plusSeconds(30));
        }

        assertThat(logins).hasValue(1);
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenInterruptDuringTheLogin_whenCalling_thenSaysCancelled() {
        loginServer.answers(200, "{\"token\":\"first-token\"}");

        Thread.currentThread().interrupt();
        SdkException failure = failureOf(CREATE);

        assertThat(failure.failure().cancelled()).isTrue();
        assertThat(failure).hasMessageContaining("ended from outside");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givenWrongPassword_whenRefused_thenSaysWhenTheNextLoginMayBe() {
        loginServer.answers(401, "{}");

        SdkException failure = failureOf(CREATE);

        assertThat(failure.retryAt()).contains(time.now().plusSeconds(30));
    }

    @Test
    void givenFreshTokenEchoed_whenSecondAnswerIsError_thenIsNotShown() {
        loginServer.answers(200, "{\"token\":\"first-token\"}").answers(200, "{\"token\":\"second-token\"}");
        vendor.answers(200, "{}").answers(401).answers(400, "you sent second-token");
        client.call(GET).send();
        time.advance(Duration.ofSeconds(31));

        assertThat(failureOf(CREATE)).hasMessageContaining("you sent ***");
    }

    private SdkException failureOf(Endpoint<Json> endpoint) {
        return catchThrowableOfType(
                SdkException.class, () -> client.call(endpoint).send());
    }

    private String token() {
        return vendor.received().header("X-Token");
    }

    private ClientConfig config(VendorServer server) {
        return ClientConfig.builder().baseUri(server.uri()).time(time).build();
    }
}
