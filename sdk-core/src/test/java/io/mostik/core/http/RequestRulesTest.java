package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may hold, and what is said when it may not. */
class RequestRulesTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final Endpoint<Json> ONE = Endpoint.read("things.one", "GET", "/things/{id}", Json.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private ApiClient client;

    @BeforeEach
    void connect() {
        client = client(Authorizer.none());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givenNoAddress_whenBuildingSettings_thenNamesIt() {
        ClientConfig.Builder settings = ClientConfig.builder();

        assertThatIllegalArgumentException().isThrownBy(settings::build).withMessage("baseUri is missing");
    }

    @Test
    void givenCall_whenSent_thenSaysWhatItTakes() {
        vendor.answers(200, "{}");

        client.call(GET).send();

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.header("Accept")).startsWith("application/json");
        assertThat(sent.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void givenOwnAccept_whenSent_thenItIsTheOnlyOne() {
        vendor.answers(200, "{}");

        client.call(GET).header("Accept", "text/csv").send();

        assertThat(vendor.received().request().getHeaders().values("Accept")).containsExactly("text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ключ", "pаsted-cyrillic-a", "p\u00e4ssword"})
    void givenSecretBeyondAscii_whenMadeACredential_thenRefusedByName(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authorizer.bearer(Secret.of(value)))
                .withMessageContaining("Authorization")
                .withMessageNotContaining(value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authorizer.header("X-Api-Key", Secret.of(value)))
                .withMessageContaining("X-Api-Key");
    }

    @Test
    void givenTokenBeyondAsciiAtRunTime_whenCalling_thenNothingIsSent() {
        try (ApiClient rotating = client(Authorizer.bearer(() -> Secret.of("ключ")))) {
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> rotating.call(GET).send());

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.attempts()).hasSize(1);
            assertThat(failure).hasMessageContaining("Authorization").hasMessageNotContaining("ключ");
            assertThat(vendor.count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "connection", "Content-Length", "Expect", "Upgrade", "a(b", "a b", "", "ä"})
    void givenHeaderThatCannotBeSet_whenAdded_thenRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call(GET).header(name, "x"))
                .withMessageContaining("header");
    }

    @Test
    void givenCallThatWasSent_whenSentAgain_thenRefused() {
        vendor.answers(200, "{}");
        Call<Json> call = client.call(GET);
        call.send();

        assertThatIllegalStateException().isThrownBy(call::send).withMessageContaining("sent once");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenPathOfAFile_whenUsedAsParameter_thenIsOneText() {
        vendor.answers(200, "{}");

        client.call(GET).query("file", Path.of("a", "b")).send();

        assertThat(vendor.received().target()).isEqualTo("/things?file=a%2Fb");
    }

    @Test
    void givenHalfACharacter_whenUsedAsId_thenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call(ONE).path("id", "a\ud83d").send())
                .withMessageContaining("half of a character");
        assertThatIllegalArgumentException().isThrownBy(() -> client.call(GET).query("id", "\ude00a"));
    }

    @Test
    void givenWholeCharacterBeyond16Bits_whenUsedAsId_thenIsSent() {
        vendor.answers(200, "{}");

        client.call(GET).query("id", "\ud83d\ude00").send();

        assertThat(vendor.received().target()).isEqualTo("/things?id=%F0%9F%98%80");
    }

    @Test
    void givenHostOfAnotherAlphabet_whenConfigured_thenBecomesAscii() {
        ClientConfig config =
                ClientConfig.builder().baseUri("https://пример.рф:8443/v1").build();

        assertThat(config.baseUri()).hasToString("https://xn--e1afmkfd.xn--p1ai:8443/v1");
    }

    @Test
    void givenHostWithUnderscore_whenConfigured_thenSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientConfig.builder()
                        .baseUri("https://my_host.example")
                        .build())
                .withMessageContaining("underscore");
    }

    @Test
    void givenDeadlineOfCenturies_whenCalling_thenIsNoDeadline() {
        vendor.answers(503).answers(200, "{}");
        RetryPolicy patient = new RetryPolicy(
                60, Duration.ofMillis(1), Duration.ofDays(1), Duration.ofMillis(2), Duration.ofSeconds(60));
        ClientConfig config = ClientConfig.builder()
                .baseUri(vendor.uri())
                .retry(patient)
                .timeout(Duration.ofSeconds(Long.MAX_VALUE))
                .deadline(Duration.ofSeconds(Long.MAX_VALUE))
                .build();
        try (ApiClient patiently = ApiClient.builder(config).build()) {
            patiently.call(GET).send();

            assertThat(vendor.count()).isEqualTo(2);
        }
    }

    private ApiClient client(Authorizer authorizer) {
        return ApiClient.builder(ClientConfig.builder().baseUri(vendor.uri()).build())
                .authorizer(authorizer)
                .build();
    }
}
