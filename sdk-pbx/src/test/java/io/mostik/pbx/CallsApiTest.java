package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    PbxClient vipex;

    @BeforeEach
    void connect() {
        vipex = PbxClient.builder()
                .baseUri(vendor.uri())
                .credentials("crm-api", Secret.of("p+ss wörd"))
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        vipex.close();
    }

    @Test
    void givenExtensionAndNumber_whenStarting_thenSendsThemInTheQuery() {
        vendor.answers(text("OK"));

        StartedCall call = vipex.calls().start("101", "06 30 111 2233");

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.target())
                .isEqualTo("/api/call?extension=101&number=36301112233&username=crm-api&password=p%2Bss%20w%C3%B6rd");
        assertThat(sent.header("Authorization")).isEmpty();
        assertThat(call.callId()).isEmpty();
        assertThat(call.at()).isEqualTo(time.now());
        assertThat(call.number()).isEqualTo(PhoneNumber.of("+36301112233"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "ok: 17",
                "Siker",
                "<result>1</result>",
                "<r>OK</r>",
                "{\"status\":\"success\"}",
                "{\"status\":200}",
                "{\"responseData\":1}",
                "17",
                "{}",
                "[]",
                "{\"error\":\"\",\"errors\":[]}"
            })
    void givenAnswerWithoutAnError_whenStarting_thenCallHasStarted(String body) {
        vendor.answers(text(body));

        assertThat(vipex.calls().start("101", "102").callId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"c-7\"}", "{\"callid\":\"c-7\"}", "{\"call_id\":\"c-7\"}", "{\"uuid\":\"c-7\"}"})
    void givenIdInTheAnswer_whenStarting_thenShowsIt(String body) {
        vendor.answers(200, body);

        assertThat(vipex.calls().start("101", "102").callId()).contains("c-7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Error: line busy | Error: line busy",
                "ERR: 5 | ERR: 5",
                "Hiba történt | Hiba történt",
                "FailureInfo | FailureInfo",
                "Failure | Failure",
                "{\"error\":\"no such extension\"} | no such extension",
                "{\"errors\":[\"a1\",\"b2\"]} | a1, b2",
                "{\"errors\":\"User not found\"} | User not found",
                "{\"errorMessage\":\"line 7\"} | line 7",
                "{\"error_message\":\"line 7\"} | line 7",
                "{\"success\":false} | refused",
                "Sikertelen hívás | Sikertelen hívás",
                "Call failed: 17 | Call failed: 17",
                "Invalid extension | Invalid extension",
                "not ok | not ok",
                "{\"status\":\"nok\"} | nok",
                "{\"status\":\"ERROR: no such ext\"} | ERROR: no such ext",
                "{\"result\":false} | refused",
                "{\"result\":\"FAIL\",\"description\":\"Operator is away\",\"code\":\"1\"} | Operator is away",
                "{\"message\":\"Sikertelen hívás\"} | Sikertelen hívás",
                "<error>No such user</error> | No such user",
                "<r><status>nok</status></r> | nok",
                "{\"status\":\"FAILED\",\"message\":\"line 7\"} | line 7"
            })
    void givenErrorWithStatus200_whenStarting_thenIsRejected(String body, String words) {
        vendor.answers(text(body));

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> vipex.calls().start("101", "102"));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.error().message()).isEqualTo(words);
        assertThat(failure.operation()).isEqualTo("calls.start");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ERROR: authentication failed", "Unauthorized", "Hibás jelszó", "{\"error\":\"wrong password\"}"
            })
    void givenRefusedCredentialsWithStatus200_whenStarting_thenSaysSo(String body) {
        vendor.answers(text(body));

        assertThatThrownBy(() -> vipex.calls().start("101", "102")).isInstanceOf(AuthException.class);
    }

    @Test
    void givenRefusedCredentials_whenStarting_thenShowsNoneOfThem() {
        vendor.answers(401, "wrong p+ss wörd for crm-api, p%2Bss%20w%C3%B6rd");

        AuthException failure =
                catchThrowableOfType(AuthException.class, () -> vipex.calls().start("101", "36301112233"));

        assertThat(failure).hasMessageContaining("wrong *** for ***, ***");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenOwnRule_whenStarting_thenItSeesTheAnswerAsItCame() {
        vendor.answers(text("<response><error>17</error></response>"));
        PbxClient own = PbxClient.builder()
                .baseUri(vendor.uri())
                .credentials("crm-api", Secret.of("secret-7"))
                .errors(answer -> answer.body().text().startsWith("<response><error>")
                        ? Optional.of(ApiError.of(200, "17", "no"))
                        : Optional.empty())
                .build();

        try (own) {
            assertThatThrownBy(() -> own.calls().start("101", "102"))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            failure -> assertThat(failure.code()).contains("17"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kérjük, várjon", "false?", "null", "0", "{\"status\":\"odd\"}", "{\"autoAnswer\":false}", "<a>"
            })
    void givenWordsNobodyKnows_whenStarting_thenIsUnknown(String body) {
        vendor.answers(text(body));

        assertThatThrownBy(() -> vipex.calls().start("101", "102"))
                .isInstanceOfSatisfying(
                        SdkException.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"result\":1000} |",
                "{\"result\":\"1000\"} |",
                "{\"result\":3100} | REJECTED",
                "{\"other\":1} | UNKNOWN",
                "{\"result\":1000,\"error\":\"x\"} | REJECTED",
            })
    void givenPlaceOfSuccess_whenStarting_thenItDecides(String body, Outcome failure) {
        vendor.answers(200, body);
        PbxClient mango = PbxClient.builder()
                .baseUri(vendor.uri())
                .apiKey(Secret.of("secret-7"))
                .profile(PbxProfile.fromJson("{\"outcome\":{\"successAt\":{\"result\":[\"1000\"]}}}"))
                .build();

        try (mango) {
            SdkException thrown =
                    catchThrowableOfType(SdkException.class, () -> mango.calls().start("101", "102"));
            assertThat(Optional.ofNullable(thrown).map(SdkException::outcome)).isEqualTo(Optional.ofNullable(failure));
        }
    }

    @Test
    void givenPageOfAPortal_whenStarting_thenNothingIsKnown() {
        vendor.answers(text("<!DOCTYPE html><html>Log in</html>"));

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> vipex.calls().start("101", "102"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void givenBrokenJson_whenStarting_thenSaysThatThePbxMayHaveActed() {
        vendor.answers(200, "{\"id\":");

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> vipex.calls().start("101", "102"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenLostAnswer_whenStarting_thenRingsOnceAndSaysUnknown() {
        vendor.dropsAnswer().answers(200, "OK");

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> vipex.calls().start("101", "102"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenBusyServer_whenStarting_thenIsNotRepeated() {
        vendor.answers(503).answers(200, "OK");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> vipex.calls().start("101", "102"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenRedirect_whenStarting_thenDoesNotFollow() {
        vendor.answers(302, "Location", "https://elsewhere.example/api/call?username=crm-api", "");

        assertThatThrownBy(() -> vipex.calls().start("101", "102"))
                .isInstanceOf(ApiException.class)
                .hasMessageNotContaining("crm-api");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "10a", "123456", "10/1", "101\n"})
    void givenMalformedExtension_whenStarting_thenSendsNothing(String extension) {
        assertThatThrownBy(() -> vipex.calls().start(extension, "36301112233"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extension");
        assertThat(vendor.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "0630ALPHA", "12345678901234567890", "+"})
    void givenMalformedNumber_whenStarting_thenRefusesBeforeSending(String number) {
        assertThatThrownBy(() -> vipex.calls().start("101", number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number");
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenCallData_whenComparing_thenFindsTheCallByPartiesAndTime() {
        vendor.answers(text("OK"));
        StartedCall call = vipex.calls().start("101", "36301112233");

        CallRecord.Builder record = CallRecord.builder().extension("101").called(PhoneNumber.of("06301112233"));

        assertThat(call.isTold(record.startedAt(time.now().plusSeconds(100)).build()))
                .isTrue();
        assertThat(call.isTold(
                        record.startedAt(time.now().plus(Duration.ofHours(1))).build()))
                .isFalse();
    }

    private static MockResponse.Builder text(String body) {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body(body);
    }
}
