package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.RateLimitedException;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VccLiveTest {

    private static final String TOKEN = "canary-token-157f";
    private static final String PAIR =
            Base64.getEncoder().encodeToString(("mycc:" + TOKEN).getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    VccLive vcc;

    @BeforeEach
    void connect() {
        vcc = VccLive.builder()
                .customer("mycc")
                .token(Secret.of(TOKEN))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        vcc.close();
    }

    @Test
    void givenMissingSettings_whenBuilding_thenNamesThem() {
        assertThatThrownBy(() -> VccLive.builder().token(Secret.of(TOKEN)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customer");
        assertThatThrownBy(() -> VccLive.builder().customer("mycc").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token");
    }

    @Test
    void givenCustomerThatIsNoSubdomain_whenBuilding_thenNamesIt() {
        assertThatThrownBy(() -> VccLive.builder().customer("my.cc/x@evil"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customer");
    }

    @Test
    void givenCredentials_whenCalling_thenSendsThemAtOnce() {
        vendor.answers(VccReply.response("[]"));

        vcc.projects().list();

        assertThat(vendor.received().header("Authorization")).isEqualTo("Basic " + PAIR);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenForbidden_whenCalling_thenNamesAllowListsAndHidesToken() {
        vendor.answers(VccReply.text(403, "no " + TOKEN + " " + PAIR));

        AuthException failure =
                catchThrowableOfType(AuthException.class, () -> vcc.projects().list());

        assertThat(failure).hasMessageContaining("allowed addresses");
        assertThat(printed(failure)).doesNotContain(TOKEN, PAIR);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenWrongToken_whenCalling_thenTriesOnce() {
        vendor.answers(VccReply.error(401, "error.unauthorized"));

        AuthException failure =
                catchThrowableOfType(AuthException.class, () -> vcc.projects().list());

        assertThat(failure.code()).contains("error.unauthorized");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenNoSuchThing_whenReading_thenSaysNotFound() {
        vendor.answers(VccReply.text(404, ""));

        assertThatThrownBy(() -> vcc.projects().list()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void givenErrorsWithStatus200_whenReading_thenIsAnError() {
        vendor.answers(VccReply.text(
                200, "{\"response\":[],\"errors\":[{\"errorcode\":404,\"errormessage\":\"error.gone\"}]}"));

        NotFoundException failure = catchThrowableOfType(
                NotFoundException.class, () -> vcc.projects().list());

        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.code()).contains("error.gone");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void givenFalseWithoutErrors_whenReading_thenIsAnError() {
        vendor.answers(VccReply.response("false"));

        assertThatThrownBy(() -> vcc.projects().list())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("response is false");
    }

    @Test
    void givenErrorsBehindALongList_whenReading_thenFindsThem() {
        vendor.answers(VccReply.text(
                200,
                "{\"response\":[" + "{\"projectid\":1},".repeat(500)
                        + "{\"projectid\":2}],\"errors\":[{\"errorcode\":417,\"errormessage\":\"error.required\"}]}"));

        assertThatThrownBy(() -> vcc.projects().list()).isInstanceOf(ApiException.class);
    }

    @Test
    void givenLongListWithoutErrors_whenReading_thenReadsIt() {
        vendor.answers(VccReply.response("[" + "{\"projectid\":1},".repeat(500) + "{\"projectid\":2}]"));

        assertThat(vcc.projects().list()).hasSize(501);
    }

    @Test
    void givenThrottling_whenReading_thenWaitsAsLongAsAsked() {
        vendor.answers(VccReply.text(429, "").addHeader("Retry-After", "7")).answers(VccReply.response("[]"));

        assertThat(vcc.projects().list()).isEmpty();

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void givenThrottlingThatStays_whenReading_thenSaysForHowLong() {
        vendor.answers(VccReply.text(429, "").addHeader("Retry-After", "3600"));

        RateLimitedException failure = catchThrowableOfType(
                RateLimitedException.class, () -> vcc.projects().list());

        assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
    }

    @Test
    void givenGarbage_whenReading_thenSaysWhatAndWhere() {
        for (int i = 0; i < 3; i++) {
            vendor.answers(VccReply.text(200, "<html>"));
        }

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> vcc.projects().list());

        assertThat(failure.operation()).isEqualTo("projects.list");
        assertThat(failure).hasMessageContaining("proxy or portal");
    }

    @Test
    void givenEnvelopeWithoutContent_whenReading_thenNamesIt() {
        for (int i = 0; i < 3; i++) {
            vendor.answers(VccReply.text(200, "{\"errors\":[]}"));
        }

        assertThatThrownBy(() -> vcc.projects().list())
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("response is missing");
    }

    @Test
    void givenSilence_whenReading_thenEndsByTheTimeout() {
        VccLive impatient = VccLive.builder()
                .customer("mycc")
                .token(Secret.of(TOKEN))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.timeout(Duration.ofMillis(100)).retry(io.mostik.core.http.RetryPolicy.none()))
                .build();
        vendor.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> impatient.projects().list());

        assertThat(printed(failure)).doesNotContain(TOKEN, PAIR);
        impatient.close();
    }

    @Test
    void givenFullLogging_whenCalling_thenNoCredentialIsLogged() {
        StringBuilder log = new StringBuilder();
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                log.append(entry.getMessage()).append(Arrays.toString(entry.getParameters()));
                log.append(entry.getThrown() == null ? "" : printed(entry.getThrown()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        vendor.answers(VccReply.response("[]"))
                .answers(VccReply.text(403, "no " + TOKEN))
                .dropsAnswer()
                .answers(VccReply.text(200, TOKEN))
                .answers(VccReply.text(200, TOKEN));

        try {
            vcc.projects().list();
            catchThrowableOfType(AuthException.class, () -> vcc.projects().list());
            DecodingException garbage = catchThrowableOfType(
                    DecodingException.class, () -> vcc.projects().list());

            assertThat(printed(garbage)).doesNotContain(TOKEN, PAIR);
        } finally {
            root.setLevel(before);
            root.removeHandler(handler);
        }
        assertThat(log.toString() + vcc).doesNotContain(TOKEN, PAIR);
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text + failure.toString();
    }
}
