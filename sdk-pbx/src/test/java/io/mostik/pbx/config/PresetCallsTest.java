package io.mostik.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiException;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.StartedCall;
import io.mostik.pbx.internal.Recipe;
import io.mostik.pbx.internal.Settings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes over the wire when a call is started by a file, byte by byte. */
class PresetCallsTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private PbxClient client(PbxConfig config) {
        return config.client(PresetsTest.environment(config))
                .baseUri(vendor.uri())
                .http((ClientConfig.Builder http) -> http.time(new ManualTime()))
                .build();
    }

    private StartedCall start(PbxConfig config, String number) {
        try (PbxClient client = client(config)) {
            return client.calls().start("101", number);
        }
    }

    @Test
    void givenZadarma_whenStarting_thenSignsAsItsLibraryDoes() {
        vendor.answers(200, "{\"status\":\"success\",\"from\":\"101\",\"to\":\"36301112233\",\"time\":1772442900}");

        start(PbxConfig.preset("zadarma"), "06 30 111 2233");

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.target()).isEqualTo("/v1/request/callback/?format=json&from=101&to=36301112233");
        assertThat(sent.header("Authorization"))
                .isEqualTo("pbx-secret-42:M2U0ZmQ0N2M4MTE3M2QwNDc3MTM4NjhjMTQ2M2YxNGI0ODg4OTlkYQ==");
    }

    @Test
    void givenMangoGolden_whenComputing_thenSignIsTheVendors() {
        Json steps = Settings.ofJson(
                "[{\"name\":\"json\",\"kind\":\"json\",\"of\":{\"command_id\":\"c-1\",\"from\":{\"extension\":\"{e}\"},"
                        + "\"to_number\":\"{n}\"}},{\"name\":\"sign\",\"kind\":\"sha256\",\"of\":\"{k}{json}{s}\"}]");
        Map<String, String> values = Map.of("e", "101", "n", "74955550100", "k", "mango-key-1", "s", "mango-salt-1");

        assertThat(Recipe.of(steps).over(name -> values.getOrDefault(name, "")).apply("sign"))
                .isEqualTo("78a9615891b13437b3a0cad31fce8658cb5b3786286eebddd61bb2aba739cfa4");
    }

    @Test
    void givenMango_whenStarting_thenSignsTheTextThatIsSent() throws GeneralSecurityException {
        vendor.answers(200, "{\"result\":1000}").answers(200, "{\"result\":3100}");
        PbxConfig mango = PbxConfig.preset("mango");

        start(mango, "8 495 555-01-00");
        assertThatThrownBy(() -> start(mango, "8 495 555-01-00"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.code()).contains("3100"));

        String body = vendor.received().body();
        String json = URLDecoder.decode(body.substring(body.indexOf("json=") + 5), StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(("mango-key-1" + json + "pbx-secret-42").getBytes(StandardCharsets.UTF_8));
        assertThat(body)
                .startsWith("vpbx_api_key=mango-key-1&sign=" + HexFormat.of().formatHex(digest) + "&json=");
        assertThat(json).contains("\"from\":{\"extension\":\"101\"},\"to_number\":\"74955550100\"}");
    }

    @Test
    void givenUis_whenStarting_thenPostsNestedParameters() {
        vendor.answers(200, "{\"jsonrpc\":\"2.0\",\"result\":{\"data\":{\"call_session_id\":7000007}}}")
                .answers(
                        200, "{\"error\":{\"code\":-32602,\"message\":\"no employee\",\"data\":{\"mnemonic\":\"x\"}}}");
        PbxConfig uis = PbxConfig.preset("uis");

        assertThat(start(uis, "74955550100").callId()).contains("7000007");
        assertThatThrownBy(() -> start(uis, "74955550100"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("no employee");

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
        assertThat(sent.body())
                .contains(
                        "\"method\":\"start.employee_call\"", "\"contact\":\"74955550100\"", "\"employee\":{\"id\":1}");
    }

    @Test
    void givenUserThatIsNotThere_whenStarting_thenSendsNothing() {
        try (PbxClient uis = client(PbxConfig.preset("uis"))) {
            assertThatThrownBy(() -> uis.calls().start("102", "74955550100"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("users");
        }
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenTwilio_whenStarting_thenEscapesXmlInTheForm() {
        vendor.answers(201, "{\"sid\":\"CA7\",\"status\":\"queued\"}");

        start(PbxConfig.fromJson(PresetsTest.resource("twilio.json")), "06 30 111 2233");

        String body = URLDecoder.decode(vendor.received().body(), StandardCharsets.UTF_8);
        assertThat(body)
                .contains("To=+3615550101")
                .endsWith(
                        "Twiml=<Response><Dial callerId=\"pbx-secret-42\"><Number>+36301112233</Number></Dial></Response>");
    }

    @Test
    void givenOtherPresets_whenStarting_thenSendWhatTheirDocumentsShow() {
        vendor.answers(200, "{\"status\":\"success\",\"generalCallID\":\"7\"}")
                .answers(200, "{\"status\":\"success\"}")
                .answers(200, "{\"result\":\"SUCCESS\",\"code\":0,\"callid\":\"17.2\"}")
                .answers(200, "{\"sessionId\":\"s-1\"}")
                .answers(200, "OK")
                .answers(200, "");

        assertThat(start(PbxConfig.preset("binotel"), "+380441234567").callId()).contains("7");
        start(PbxConfig.preset("mcn"), "06301112233");
        assertThat(start(PbxConfig.preset("mobilon"), "+74955550100").callId()).contains("17.2");
        assertThat(start(PbxConfig.preset("sipgate"), "030 5550100").callId()).contains("s-1");
        start(PbxConfig.preset("ringostat"), "0441234567");
        start(PbxConfig.preset("vipex"), "06301112233");

        assertThat(vendor.received().body())
                .isEqualTo("{\"key\":\"pbx-secret-42\",\"secret\":\"pbx-secret-42\",\"internalNumber\":\"101\","
                        + "\"externalNumber\":\"0441234567\"}");
        VendorServer.Sent mcn = vendor.received();
        assertThat(mcn.target()).isEqualTo("/account/pbx-secret-42/vpbx/pbx-secret-42/outbound_call");
        assertThat(mcn.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(mcn.header("Authorization")).isEqualTo("Bearer pbx-secret-42");
        assertThat(mcn.body()).isEqualTo("{\"from\":\"101\",\"to\":\"36301112233\"}");
        assertThat(vendor.received().target())
                .isEqualTo("/api/call/CallToSubscriber?key=pbx-secret-42&outboundNumber=84955550100");
        assertThat(vendor.received().body()).isEqualTo("{\"caller\":\"101\",\"callee\":\"+49305550100\"}");
        assertThat(vendor.received().body()).isEqualTo("extension=101&destination=380441234567");
        assertThat(vendor.received().target()).startsWith("/api/call?extension=101&number=36301112233&username=");
    }

    @Test
    void givenLoginBeforeCalls_whenStarting_thenCarriesItsToken() {
        PbxConfig kazoo = PbxConfig.fromJson("""
                {"secrets": {"key": "K"}, "client": {
                  "session": {"request": {"method": "PUT", "path": "/v2/api_auth", "json": {"data": {"api_key": "{secret:key}"}}},
                              "token": "auth_token", "header": "X-Auth-Token"},
                  "request": {"method": "POST", "path": "/v2/connect", "json": {"data": {"contact": "{number:e164}"}}}}}
                """);
        vendor.answers(200, "{\"auth_token\":\"t-1\"}")
                .answers(200, "")
                .answers(401)
                .answers(200, "");

        try (PbxClient client = client(kazoo)) {
            client.calls().start("101", "06301112233");
            assertThatThrownBy(() -> client.calls().start("101", "06301112233")).hasMessageNotContaining("t-1");
        }

        VendorServer.Sent login = vendor.received();
        VendorServer.Sent call = vendor.received();
        assertThat(login.method() + " " + login.target()).isEqualTo("PUT /v2/api_auth");
        assertThat(login.body()).isEqualTo("{\"data\":{\"api_key\":\"pbx-secret-42\"}}");
        assertThat(call.header("X-Auth-Token")).isEqualTo("t-1");
        assertThat(call.body()).isEqualTo("{\"data\":{\"contact\":\"+36301112233\"}}");
    }

    @Test
    void givenSecretsInTheRequest_whenRefused_thenNoneIsShown() {
        vendor.answers(403, "no pbx-secret-42 here");

        assertThatThrownBy(() -> start(PbxConfig.preset("binotel"), "0441234567"))
                .hasMessageNotContaining("pbx-secret-42");
    }
}
