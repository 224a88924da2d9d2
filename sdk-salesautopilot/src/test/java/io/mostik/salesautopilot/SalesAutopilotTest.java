package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.CallOptions;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.Subscription;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesAutopilotTest extends VendorTest {

    private static final RecordId RECORD = RecordId.of(48213);
    private static final RecordFields KATA =
            RecordFields.builder().email("kata@example.hu").build();

    @Test
    void givenNoKeyPair_whenBuilding_thenNamesTheSetting() {
        assertThatThrownBy(() -> SalesAutopilot.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keyPair");
    }

    @Test
    void givenPlainHttpToAnotherMachine_whenBuilding_thenNamesSetting() {
        assertThatThrownBy(
                        () -> builder().baseUri("http://restapi.emesz.example/").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUri");
    }

    @Test
    void givenVendorThatIsDown_whenReading_thenTriesAreAsDocumented() throws Exception {
        vendor.dispatches(request -> new MockResponse.Builder().code(503).build());

        SdkException failure = catchThrowableOfType(
                SdkException.class, () -> sales.subscribers(LIST).count());

        assertThat(failure.attempts()).hasSize(5);
        assertThat(vendor.count()).isEqualTo(5);
        assertThat(Files.readString(Path.of("..", "docs", "calls.md")))
                .contains("| tries | 3 (RemOnline 4, SalesAutopilot 5);");
    }

    @Test
    void givenKeyPair_whenCalling_thenSendsItAsBasicAtOnce() {
        vendor.answers(200, "3");

        sales.subscribers(LIST).count();

        String pair = Base64.getEncoder().encodeToString(("key-user:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(vendor.received().header("Authorization")).isEqualTo("Basic " + pair);
    }

    @Test
    void givenWrongKeyPair_whenCalling_thenTriesOnceSaysWhyAndHidesIt() {
        vendor.answers(401, "no such key " + PASSWORD);

        AuthException failure = catchThrowableOfType(
                AuthException.class, () -> sales.subscribers(LIST).count());

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("wrong key pair").doesNotContain(PASSWORD);
        assertThat(sales.toString()).doesNotContain(PASSWORD);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenFullLogging_whenCallsFail_thenLogsNoCredentials() {
        List<String> log = new ArrayList<>();
        Logger root = Logger.getLogger("");
        Handler canary = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.add(entry.getMessage() + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        canary.setLevel(Level.ALL);
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(canary);
        try {
            vendor.answers(500, PASSWORD)
                    .answers(200, "[" + PASSWORD)
                    .answers(401, PASSWORD)
                    .answers(401, PASSWORD);
            catchThrowableOfType(
                    SdkException.class, () -> sales.subscribers(LIST).subscribe(FORM, KATA));
            log.add(catchThrowableOfType(
                            DecodingException.class, () -> sales.letters().send(List.of()))
                    .toString());
            log.add(catchThrowableOfType(
                            AuthException.class, () -> sales.lists().list())
                    .toString());
            log.add(catchThrowableOfType(AuthException.class, () -> sales.v2().lists())
                    .toString());
        } finally {
            root.removeHandler(canary);
            root.setLevel(before);
        }

        String pair = Base64.getEncoder().encodeToString(("key-user:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(log).hasSizeGreaterThan(3).noneMatch(line -> line.contains(PASSWORD) || line.contains(pair));
    }

    @Test
    void givenWrongVerb_whenCounting_thenTriesTheOtherAndRemembersIt() {
        vendor.answers(405).answers(200, "1542").answers(200, "1543");

        assertThat(sales.subscribers(LIST).count()).isEqualTo(1542);
        assertThat(sales.subscribers(LIST).count()).isEqualTo(1543);

        assertThat(vendor.received().method()).isEqualTo("GET");
        assertThat(vendor.received().method()).isEqualTo("POST");
        assertThat(vendor.received().method()).isEqualTo("POST");
    }

    @Test
    void givenBothVerbsWrong_whenCounting_thenSaysSoAfterTwo() {
        vendor.answers(405).answers(405);

        assertThatThrownBy(() -> sales.subscribers(LIST).count())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("405");

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenOtherVerbs_whenUpdating_thenUsesThem() {
        vendor.answers(200, "1");
        try (SalesAutopilot other =
                builder().verbs("subscribers.update", "POST").build()) {
            other.subscribers(LIST).update(FORM, RECORD, KATA);
        }

        assertThat(vendor.received().method()).isEqualTo("POST");
    }

    @Test
    void givenWrongParameters_whenCalling_thenKeepsTheVendorsText() {
        vendor.answers(406, "unknown field xyz");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> sales.subscribers(LIST).subscribe(FORM, KATA));

        assertThat(failure).hasMessageContaining("wrong parameters: unknown field xyz");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenUnknownMethod_whenCalling_thenSaysNotFound() {
        vendor.answers(404, "<html>nothing here</html>");

        assertThatThrownBy(() -> sales.subscribers(LIST).find(RECORD)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void givenParallelRefusal_whenSubscribing_thenWaitsAndRepeats() {
        vendor.answers(429, "Retry-After", "3", "").answers(200, "48213");

        assertThat(sales.subscribers(LIST).subscribe(FORM, KATA)).isEqualTo(new Subscription.Subscribed(RECORD));

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void givenServerError_whenSubscribing_thenSendsOnceAndSaysUnknown() {
        vendor.answers(500, "oops").answers(200, "1");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> sales.subscribers(LIST).subscribe(FORM, KATA));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenServerError_whenReading_thenReadsAgain() {
        vendor.answers(500, "oops").answers(200, "7");

        assertThat(sales.subscribers(LIST).count()).isEqualTo(7);
    }

    @Test
    void givenSilence_whenReading_thenGivesUpInTime() {
        vendor.answers(new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS));
        try (SalesAutopilot impatient = builder()
                .http(http -> http.time(io.mostik.core.TimeSource.system())
                        .timeout(Duration.ofMillis(200))
                        .deadline(Duration.ofMillis(300)))
                .build()) {
            assertThatThrownBy(() -> impatient.subscribers(LIST).count()).isInstanceOf(TransportException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "\uFEFF <!doctype html>"})
    void givenPageOfAProxy_whenSubscribing_thenIsNoSuccess(String page) {
        vendor.answers(200, page);

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> sales.subscribers(LIST).subscribe(FORM, KATA));

        assertThat(failure.operation()).isEqualTo("subscribers.subscribe");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("proxy or portal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "done", "", "null", "1.5", "[1"})
    void givenNoNumber_whenSubscribing_thenNeverSaysItDidNot(String garbage) {
        vendor.answers(200, garbage);

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> sales.subscribers(LIST).subscribe(FORM, KATA));

        assertThat(failure.outcome()).isIn(Outcome.APPLIED, Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenManyThreads_whenCallingBothVersions_thenOneInFlight() throws InterruptedException {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(8);
        try (SalesAutopilot slow = builder()
                .http(http -> http.transport(request -> {
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    Thread.yield();
                    inFlight.decrementAndGet();
                    String answer = request.operation().equals("v2.login")
                            ? "{\"token\":\"a.b.c\"}"
                            : request.operation().startsWith("v2") ? "{\"data\":[]}" : "1";
                    return ApiResponse.of(200, answer.getBytes(StandardCharsets.UTF_8));
                }))
                .build()) {
            for (int i = 0; i < 8; i++) {
                new Thread(() -> {
                            for (int call = 0; call < 50; call++) {
                                slow.subscribers(LIST).count();
                                slow.v2().lists();
                            }
                            done.countDown();
                        })
                        .start();
            }
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void givenControlCharacter_whenSearching_thenSendsNothing() {
        assertThatThrownBy(() -> sales.subscribers(LIST).findBy(SystemField.SHOPRENTER_ID, "a\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value");
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenOptions_whenAskingTheLongestCall_thenTheLastView() {
        Duration usual = sales.longestCall();
        SalesAutopilot slow = sales.with(
                CallOptions.builder().deadline(Duration.ofMinutes(10)).build());

        assertThat(slow.longestCall()).isEqualTo(Duration.ofMinutes(10));
        assertThat(slow.with(CallOptions.builder().build()).longestCall()).isEqualTo(usual);
        assertThat(sales.longestCall()).isEqualTo(usual);
    }
}
