package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.AuthException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.http.TokenSession;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F58 to F61, F81: credentials that end, are wrong, or change. The vendor has a log-in and counts what reaches it. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class AuthFaultsTest {

    private static final JsonType<Json> JSON = JsonType.of(Json.class);
    private static final Endpoint<Json> LOGIN = Endpoint.repeatable("session.login", "POST", "/login", JSON);

    private final ManualTime time = new ManualTime();
    private final SdkRuntime runtime = SdkRuntime.create();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String goodToken = "none";
    private volatile int loginStatus = 200;
    private volatile boolean refusesAll;
    private volatile int loginStalls;
    private TimeSource clock = time;

    private final RawServer vendor = RawServer.start(this::talk);

    @AfterEach
    void close() {
        runtime.close();
        vendor.close();
    }

    @Test
    void givenExpiredToken_whenFiftyCall_thenOneRenewalServesAll() throws Exception {
        try (ApiClient client = client(session(Duration.ofHours(2)))) {
            call(client);
            time.advance(Duration.ofMinutes(1));
            goodToken = "ended by the vendor";
            calls.set(0);

            ExecutorService threads = Executors.newFixedThreadPool(50);
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(CompletableFuture.runAsync(() -> call(client), threads));
            }
            CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get();
            threads.shutdown();

            assertThat(logins).hasValue(2);
            assertThat(calls.get()).isBetween(50, 100);
            FaultReport.single("F58", "token ended, 50 threads", "1 renewal, all 50 succeed with 100 requests at most");
        }
    }

    @Test
    void givenEveryTokenRefused_whenCalling_thenOneReplayAndNoLoop() {
        try (ApiClient client = client(session(Duration.ofHours(2)))) {
            call(client);
            time.advance(Duration.ofMinutes(1));
            refusesAll = true;
            calls.set(0);

            for (Kind kind : Kind.values()) {
                assertThat(failureOf(client, kind)).isInstanceOf(AuthException.class);
            }

            assertThat(logins).hasValue(2);
            assertThat(calls).hasValue(Kind.values().length + 1);
            FaultReport.single("F59", "401 after renewal, four calls", "REJECTED; 1 renewal, 1 replay, no loop");
        }
    }

    @Test
    void givenLoginDown_whenTokenIsStillGood_thenTokenIsUsed() {
        try (ApiClient client = client(session(Duration.ofMinutes(10)))) {
            call(client);
            time.advance(Duration.ofMinutes(7));
            loginStatus = 400;

            for (int i = 0; i < 20; i++) {
                call(client);
            }

            assertThat(logins).hasValue(2);
            FaultReport.single("F59", "log-in down, token still good", "SUCCESS with the old token; 1 log-in in 30 s");
        }
    }

    @Test
    void givenWrongPassword_whenCallingAgain_thenOneLoginOnly() {
        loginStatus = 401;
        try (ApiClient client = client(session(Duration.ofHours(2)))) {
            for (Kind kind : Kind.values()) {
                SdkException failure = failureOf(client, kind);

                assertThat(failure).isInstanceOf(AuthException.class);
                assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
                Canary.assertNotIn(failure);
            }

            assertThat(logins).hasValue(1);
            assertThat(calls).hasValue(0);
            FaultReport.single("F60", "wrong password, four calls", "NOT_SENT; 1 log-in in all");
        }
    }

    @Test
    void givenRotatedSecret_whenCalling_thenUsesNewAndShowsNone() {
        AtomicReference<Secret> current = new AtomicReference<>(Canary.TOKEN);
        try (ApiClient client = client(Authorizer.bearer(current::get))) {
            goodToken = Canary.TOKEN.reveal();
            call(client);
            current.set(Canary.PROXY);
            SdkException refused = failureOf(client, Kind.ONCE_POST);
            goodToken = Canary.PROXY.reveal();
            call(client);

            assertThat(refused).hasMessageContaining("not good: ***");
            Canary.assertNotIn(refused);
            FaultReport.single("F61", "secret rotated", "SUCCESS with the new one; echoed secrets scrubbed");
        }
    }

    @Test
    void givenLoginCutByDeadline_whenOthersCall_thenTheyAreServed() {
        clock = TimeSource.system();
        warm();
        loginStalls = 1;
        try (ApiClient client = client(session(Duration.ofHours(2)))) {
            SdkException impatient = catchThrowableOfType(
                    SdkException.class,
                    () -> client.with(CallOptions.builder()
                                    .deadline(Duration.ofSeconds(2))
                                    .build())
                            .call(Kind.ONCE_POST.endpoint(JSON))
                            .send());

            call(client);

            assertThat(impatient.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(logins).hasValue(2);
            FaultReport.single(
                    "F81", "log-in cut by its caller's deadline of 2 s", "NOT_SENT for it, the next caller is served");
        }
    }

    @Test
    void givenLoginBrieflyAway_whenNextCallerComes_thenIsServed() {
        loginStatus = 503;
        try (ApiClient client = client(session(Duration.ofHours(2)))) {
            SdkException away = failureOf(client, Kind.ONCE_POST);
            loginStatus = 200;
            time.advance(Duration.ofSeconds(31));

            call(client);

            assertThat(away.outcome()).isEqualTo(Outcome.NOT_SENT);
            FaultReport.single("F81", "log-in answers 503, then is back", "NOT_SENT, then SUCCESS");
        }
    }

    @Test
    void givenTokenThatIsBornExpired_whenTenCall_thenThereIsOneLogin() {
        try (ApiClient client = client(session(Duration.ZERO))) {
            for (int i = 0; i < 10; i++) {
                call(client);
            }

            assertThat(logins).hasValue(1);
            FaultReport.single("F81", "token born expired, ten calls", "SUCCESS; 1 log-in in 30 s");
        }
    }

    /** The first call of a runtime loads classes and connects, which is nobody's deadline. */
    private void warm() {
        try (ApiClient client = client(Authorizer.none())) {
            assertThat(failureOf(client, Kind.READ)).isInstanceOf(AuthException.class);
        }
    }

    private void talk(RawServer.Connection connection) throws IOException {
        while (true) {
            String head = connection.readRequest();
            if (head.isEmpty()) {
                return;
            }
            if (head.startsWith("POST /login")) {
                if (loginStalls-- > 0) {
                    logins.incrementAndGet();
                    connection.awaitEnd();
                    return;
                }
                String token = "token-" + logins.incrementAndGet();
                goodToken = loginStatus == 200 ? token : goodToken;
                connection.answer(loginStatus, loginStatus == 200 ? "{\"token\":\"" + token + "\"}" : Canary.echo());
            } else {
                calls.incrementAndGet();
                boolean good = !refusesAll && head.contains("Authorization: Bearer " + goodToken + "\r\n");
                String sent = head.replaceAll("(?s).*Authorization: Bearer (\\S+).*", "$1");
                connection.answer(good ? 200 : 401, good ? Lab.OWN : "not good: " + sent);
            }
        }
    }

    private TokenSession session(Duration life) {
        ApiClient loginClient = ApiClient.builder(config()).build();
        return new TokenSession(
                "tenant",
                (deadline, previous) -> {
                    Json answer = loginClient
                            .call(LOGIN)
                            .hiding(Canary.TOKEN)
                            .hiding(Canary.KEY)
                            .within(deadline)
                            .send();
                    Instant end = clock.now().plus(life);
                    return new TokenSession.Token(
                            Secret.of(answer.get("token").text().orElseThrow()), Optional.of(end));
                },
                (request, token) -> request.withHeader("Authorization", Secret.of("Bearer " + token.reveal())),
                answer -> answer.status() == 401,
                clock);
    }

    private static void call(ApiClient client) {
        assertThat(client.call(Kind.READ.endpoint(JSON)).send().get("own").text())
                .isPresent();
    }

    private static SdkException failureOf(ApiClient client, Kind kind) {
        return catchThrowableOfType(
                SdkException.class, () -> client.call(kind.endpoint(JSON)).send());
    }

    private ApiClient client(Authorizer authorizer) {
        return ApiClient.builder(config()).authorizer(authorizer).build();
    }

    private ClientConfig config() {
        return ClientConfig.builder()
                .baseUri(vendor.uri())
                .time(clock)
                .runtime(runtime)
                .build();
    }
}
