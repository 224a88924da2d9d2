package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JdkFailuresTest {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ManualTime time = new ManualTime();
    private final ApiRequest request = TestRequest.of(Effect.ONCE, Duration.ofMinutes(1), time);
    private final JdkExchange exchange = new JdkExchange(request, new Watchdog(scheduler), time);

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    static List<Arguments> beforeSending() {
        return List.of(
                Arguments.of(caused(new UnresolvedAddressException()), Phase.RESOLVE, true, "host of peer not found"),
                Arguments.of(new ConnectException(), Phase.CONNECT, true, "connection to peer refused or broken"),
                Arguments.of(new HttpConnectTimeoutException("x"), Phase.CONNECT, true, "within the connect time-out"),
                Arguments.of(new HttpTimeoutException("x"), Phase.CONNECT, true, "before the deadline"),
                Arguments.of(tls("PKIX path"), Phase.TLS, false, "check the trust store"),
                Arguments.of(tls(null), Phase.TLS, false, "check the trust store"),
                Arguments.of(tls("bad_certificate"), Phase.TLS, false, "client certificate is missing or refused"),
                Arguments.of(
                        tls("certificate_required"), Phase.TLS, false, "client certificate is missing or refused"));
    }

    @ParameterizedTest
    @MethodSource("beforeSending")
    void givenNothingSent_whenItFails_thenSaysNotSentAndWhere(
            Throwable cause, Phase phase, boolean temporary, String words) {
        TransportException failure = JdkFailures.describe(request, exchange, "peer", cause);

        assertThat(failure.failure()).isEqualTo(facts(Outcome.NOT_SENT, phase, temporary));
        assertThat(failure).hasMessageContaining(words);
    }

    static List<Arguments> afterSending() {
        return List.of(
                Arguments.of(new IOException("x"), "the connection broke before an answer came"),
                Arguments.of(tls("record broken"), "the connection broke before an answer came"),
                Arguments.of(new HttpTimeoutException("x"), "no answer in time"),
                Arguments.of(caused(new ProtocolException("x")), "malformed answer"));
    }

    @ParameterizedTest
    @MethodSource("afterSending")
    void givenRequestUnderWay_whenItFails_thenSaysUnknown(Throwable cause, String words) {
        exchange.requestBody().contentLength();

        TransportException failure = JdkFailures.describe(request, exchange, "peer", cause);

        assertThat(failure.failure()).isEqualTo(facts(Outcome.UNKNOWN, Phase.HEAD, true));
        assertThat(failure).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"certificate_unknown", "handshake_failure", "access_denied"})
    void givenLateCertificateRefusal_whenDescribed_thenWasNotSent(String alert) {
        exchange.requestBody().contentLength();

        TransportException failure = JdkFailures.describe(request, exchange, "peer", tls(alert));

        assertThat(failure.failure()).isEqualTo(facts(Outcome.NOT_SENT, Phase.TLS, false));
        assertThat(failure).hasMessageContaining("the vendor, SSLHandshakeException");
    }

    @ParameterizedTest
    @CsvSource({"199, REJECTED", "200, UNKNOWN", "299, UNKNOWN", "300, REJECTED", "404, REJECTED", "500, UNKNOWN"})
    void givenHead_whenTheBodyBreaks_thenTheStatusDecides(int status, Outcome outcome) {
        answer(status);

        TransportException failure = JdkFailures.describe(request, exchange, "peer", new IOException("x"));

        assertThat(failure.failure()).isEqualTo(facts(outcome, Phase.BODY, true));
        assertThat(failure).hasMessageContaining("the answer was cut off (status " + status + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "ONCE,       false, 200, APPLIED",
        "ONCE,       false, 299, APPLIED",
        "REPEATABLE, false, 204, APPLIED",
        "READ,       false, 200, UNKNOWN",
        "ONCE,       true,  200, UNKNOWN",
        "ONCE,       false, 500, UNKNOWN",
        "ONCE,       false, 404, REJECTED"
    })
    void givenStatusThatIsProof_whenTheBodyBreaks_thenSaysSo(
            Effect effect, boolean perItem, int status, Outcome outcome) {
        ApiRequest proven = TestRequest.proven(effect, perItem, time);
        JdkExchange heard = new JdkExchange(proven, new Watchdog(scheduler), time);
        answer(heard, status);

        assertThat(JdkFailures.describe(proven, heard, "peer", new IOException("x"))
                        .outcome())
                .isEqualTo(outcome);
        assertThat(JdkFailures.interrupted(proven, heard, new InterruptedException())
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void givenHead_whenTheBodyIsBad_thenSaysWhatWasWrongWithIt(boolean temporary) {
        answer(200);
        Throwable bad = caused(new BadAnswerException("too long", temporary));

        TransportException failure = JdkFailures.describe(request, exchange, "peer", bad);

        assertThat(failure.failure()).isEqualTo(facts(Outcome.UNKNOWN, Phase.BODY, temporary));
        assertThat(failure).hasMessageContaining("too long (status 200)");
    }

    @Test
    void givenEndlessCauses_whenDescribed_thenStillSaysSomething() {
        IOException one = new IOException("one");
        one.initCause(new IOException("two", one));

        assertThat(JdkFailures.describe(request, exchange, "peer", one).phase()).isEqualTo(Phase.CONNECT);
    }

    @Test
    void givenInterrupt_whenNothingWasSent_thenSaysNotSent() {
        assertThat(interrupted()).isEqualTo(FailureInfo.cancelled("things.test", Outcome.NOT_SENT, Phase.CONNECT));
    }

    @Test
    void givenInterrupt_whenTheRequestWasUnderWay_thenSaysUnknown() {
        exchange.requestBody().contentLength();

        assertThat(interrupted()).isEqualTo(FailureInfo.cancelled("things.test", Outcome.UNKNOWN, Phase.HEAD));
    }

    @Test
    void givenInterrupt_whenTheHeadHadCome_thenTheStatusDecides() {
        exchange.requestBody().contentLength();
        answer(201);

        assertThat(interrupted()).isEqualTo(FailureInfo.cancelled("things.test", Outcome.UNKNOWN, Phase.BODY));
    }

    private FailureInfo interrupted() {
        return JdkFailures.interrupted(request, exchange, new InterruptedException())
                .failure();
    }

    private void answer(int status) {
        answer(exchange, status);
    }

    private static void answer(JdkExchange heard, int status) {
        heard.apply(new HttpResponse.ResponseInfo() {
            @Override
            public int statusCode() {
                return status;
            }

            @Override
            public HttpHeaders headers() {
                return HttpHeaders.of(Map.of(), (name, value) -> true);
            }

            @Override
            public HttpClient.Version version() {
                return HttpClient.Version.HTTP_1_1;
            }
        });
    }

    private static FailureInfo facts(Outcome outcome, Phase phase, boolean temporary) {
        return temporary
                ? FailureInfo.temporary("things.test", outcome, phase)
                : FailureInfo.lasting("things.test", outcome, phase);
    }

    private static IOException caused(Throwable cause) {
        return new IOException("x", new IOException("y", cause));
    }

    private static IOException tls(String text) {
        return new IOException("x", new SSLHandshakeException(text));
    }
}
