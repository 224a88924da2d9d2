package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiException;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Systems of the same shape, by configuration alone and with the names of their public documents. */
class PbxProfileTest {

    private static final Secret KEY = Secret.of("canary/key+7");

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @Test
    void givenVpbx_whenStarting_thenNumbersStandInPathAndKeyInHeader() {
        Properties settings = new Properties();
        settings.setProperty("callPath", "/api/originatecall/{extension}/{number}");
        settings.setProperty("credentialPlacement", "header");
        settings.setProperty("keyParam", "X-Api-Key");
        settings.setProperty("numberFormat", "e164_plus");
        settings.setProperty("fixedParameters.timeout", "30");
        vendor.answers(200, "");

        start(PbxProfile.fromProperties(settings));

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/api/originatecall/101/%2B36301112233?timeout=30");
        assertThat(sent.header("X-Api-Key")).isEqualTo("canary/key+7");
    }

    @Test
    void givenVoiso_whenStarting_thenPostsJsonWithTheKeyInThePath() {
        PbxProfile voiso = PbxProfile.fromJson("""
                {
                  "callMethod": "POST",
                  "callPath": "/api/v1/{key}/click2call",
                  "callBody": "json",
                  "extensionParam": "agent",
                  "fixedParameters": {"get_call_id": true},
                  "credentialPlacement": "path",
                  "outcome": {"callIdFields": "call_id"}
                }
                """);
        vendor.answers(200, "{\"call_id\":\"v-1\"}").answers(200, "{\"errors\":\"User not found\"}");

        try (PbxClient client = client(voiso, Secret.of("canary-key"))) {
            assertThat(client.calls().start("101", "06301112233").callId()).contains("v-1");
            assertThatThrownBy(() -> client.calls().start("101", "06301112233"))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("User not found")
                    .hasMessageNotContaining("canary-key");
        }

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/api/v1/canary-key/click2call");
        assertThat(sent.body()).isEqualTo("{\"agent\":\"101\",\"number\":\"36301112233\",\"get_call_id\":true}");
    }

    @Test
    void givenVoicenter_whenStarting_thenTheKeyIsAParameter() {
        vendor.answers(200, "<response>OK</response>");

        start(PbxProfile.builder()
                .callPath("/click2call.aspx")
                .extensionParam("phone")
                .numberParam("target")
                .keyParam("code")
                .putFixedParameter("action", "call")
                .build());

        assertThat(vendor.received().target())
                .isEqualTo("/click2call.aspx?phone=101&target=36301112233&action=call&code=canary%2Fkey%2B7");
    }

    @Test
    void givenVum_whenStarting_thenTheKeyImpliesTheExtension() {
        vendor.answers(200, "");

        start(PbxProfile.builder()
                .callPath("/webapi.php")
                .extensionParam("")
                .numberParam("cislo")
                .keyParam("klic")
                .build());

        assertThat(vendor.received().target()).isEqualTo("/webapi.php?cislo=36301112233&klic=canary%2Fkey%2B7");
    }

    @Test
    void givenMcn_whenStarting_thenPostsParametersInQueryWithBearer() {
        vendor.answers(200, "{}");

        start(PbxProfile.builder()
                .callMethod("POST")
                .credentialPlacement(CredentialPlacement.BEARER)
                .build());

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/api/call?extension=101&number=36301112233");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer canary/key+7");
        assertThat(sent.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FORM, extension=101&number=36301112233&apikey=canary%2Fkey%2B7",
        "JSON, '{\"extension\":\"101\",\"number\":\"36301112233\",\"apikey\":\"canary/key+7\"}'"
    })
    void givenCredentialsInTheBody_whenStarting_thenStandThere(BodyKind kind, String body) {
        vendor.answers(200, "");

        start(PbxProfile.builder()
                .callMethod("POST")
                .callBody(kind)
                .credentialPlacement(CredentialPlacement.BODY)
                .build());

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.target()).isEqualTo("/api/call");
        assertThat(sent.body()).isEqualTo(body);
    }

    @Test
    void givenBasicAndBoth_whenStarting_thenSendsTheHeader() {
        String pair = Base64.getEncoder().encodeToString("crm:secret-7".getBytes(StandardCharsets.UTF_8));
        vendor.answers(200, "").answers(200, "");

        for (CredentialPlacement placement :
                new CredentialPlacement[] {CredentialPlacement.BASIC, CredentialPlacement.BOTH}) {
            try (PbxClient client = PbxClient.builder()
                    .baseUri(vendor.uri())
                    .profile(PbxProfile.builder()
                            .credentialPlacement(placement)
                            .usernameParam("user")
                            .build())
                    .credentials("crm", Secret.of("secret-7"))
                    .build()) {
                client.calls().start("101", "102");
            }
        }

        VendorServer.Sent basic = vendor.received();
        VendorServer.Sent both = vendor.received();
        assertThat(basic.target()).isEqualTo("/api/call?extension=101&number=102");
        assertThat(both.target()).isEqualTo("/api/call?extension=101&number=102&user=crm&password=secret-7");
        assertThat(basic.header("Authorization")).isEqualTo("Basic " + pair);
        assertThat(both.header("Authorization")).isEqualTo("Basic " + pair);
    }

    @Test
    void givenRecordingInThePath_whenDownloading_thenTheIdStandsThere(@TempDir Path folder) {
        vendor.answers(new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "audio/wav")
                .body("RIFF\0\0\0\0WAVE"));

        try (PbxClient client = client(
                PbxProfile.builder()
                        .recordingPath("/rec/{key}/{id}")
                        .callPath("/{key}/call")
                        .credentialPlacement(CredentialPlacement.PATH)
                        .build(),
                Secret.of("canary-key"))) {
            client.recordings().download("a=b", folder.resolve("x.wav"));
            assertThatThrownBy(() -> client.recordings().download("../x", folder.resolve("y.wav")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("id");
        }

        assertThat(vendor.received().target()).isEqualTo("/rec/canary-key/a%3Db");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"callMetod\":\"GET\"};callMetod is not a setting",
                "{\"callMethod\":\"PUT\"};callMethod",
                "{\"callBody\":\"json\"};callBody needs",
                "{\"callBody\":\"xml\"};callBody",
                "{\"callPath\":\"api\"};callPath",
                "{\"callPath\":\"/a?b=c\"};callPath",
                "{\"callPath\":\"/{ext}\"};unknown variable ext",
                "{\"numberParam\":\"\"};numberParam",
                "{\"recordingIdParam\":\"\"};recordingIdParam",
                "{\"largestRecording\":0};largestRecording",
                "{\"largestRecording\":\"many\"};largestRecording",
                "{\"credentialPlacement\":\"path\"};{key}",
                "{\"extensionPattern\":\"[\"};extensionPattern",
                "{\"region\":\"Hungary\"};region",
                "{\"outcome\":{\"errorWords\":[]}};errorWords",
                "{\"callPath\":[1]};callPath",
                "nonsense;not JSON",
            })
    void givenMistakeInTheSettings_whenReadingThem_thenNamesIt(String json, String message) {
        assertThatThrownBy(() -> PbxProfile.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource(
            value = CredentialPlacement.class,
            names = {"BASIC", "BOTH"})
    void givenKeyWhereAPairIsNeeded_whenBuilding_thenRefuses(CredentialPlacement placement) {
        assertThatThrownBy(() -> client(
                        PbxProfile.builder().credentialPlacement(placement).build(), KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("credentialPlacement");
    }

    @ParameterizedTest
    @EnumSource(
            value = CredentialPlacement.class,
            names = {"HEADER", "BEARER"})
    void givenPairWhereAKeyIsNeeded_whenBuilding_thenRefuses(CredentialPlacement placement) {
        assertThatThrownBy(() -> PbxClient.builder()
                        .baseUri(vendor.uri())
                        .profile(PbxProfile.builder()
                                .credentialPlacement(placement)
                                .build())
                        .credentials("crm", KEY)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("credentialPlacement");
    }

    private void start(PbxProfile profile) {
        try (PbxClient client = client(profile, KEY)) {
            client.calls().start("101", "06301112233");
        }
    }

    private PbxClient client(PbxProfile profile, Secret key) {
        return PbxClient.builder()
                .baseUri(vendor.uri())
                .profile(profile)
                .apiKey(key)
                .http(http -> http.time(new ManualTime()))
                .build();
    }
}
