package io.mostik.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.Recording;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings by id, as files describe the request. */
class RecordingRequestTest {

    private static final String WAV = "RIFF\0\0\0\0WAVEdata";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @TempDir
    Path folder;

    private final ManualTime time = new ManualTime();
    private PbxClient pbx;

    @AfterEach
    void close() {
        pbx.close();
    }

    private void connect(String json) {
        PbxConfig config = PbxConfig.fromJson(json);
        pbx = config.client(PresetsTest.environment(config))
                .baseUri(vendor.uri())
                .http(http -> http.time(time))
                .build();
    }

    private String origin() {
        URI uri = URI.create(vendor.uri());
        return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
    }

    private void connectZadarma() {
        connect(PbxConfig.presetText("zadarma")
                .replaceFirst("\"client\": \\{", "\"client\": { \"recordingHosts\": [\"" + origin() + "\"],"));
    }

    private void connectMango() {
        connect(PbxConfig.presetText("mango").replace("\"files.mango-office.ru\"", "\"" + origin() + "\""));
    }

    private void connectText() {
        connect(
                "{'name':'text','secrets':{'t':'T'},'client':{'request':{'path':'/dial/{number}'},'recording':{'request':{"
                                .replace('\'', '"')
                        + "'path':'/calls/{id}/recording','headers':{'Authorization':'Bearer {secret:t}'}},'dataAt':'content'}}}"
                                .replace('\'', '"'));
    }

    private Path file() {
        return folder.resolve("a.wav");
    }

    private static MockResponse.Builder audio() {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "audio/wav")
                .body(WAV);
    }

    @Test
    void givenZadarma_whenDownloading_thenSignsAndFetchesTheLink() {
        connectZadarma();
        vendor.answers(200, "{\"status\":\"success\",\"link\":\"" + origin() + "/r/7.wav?sig=a%2Bb\"}")
                .answers(audio());

        Recording recording = pbx.recordings().download("1772442900.7001", file());

        VendorServer.Sent asked = vendor.received();
        assertThat(recording.format()).isEqualTo(AudioFormat.WAV);
        assertThat(asked.target()).isEqualTo("/v1/pbx/record/request/?format=json&call_id=1772442900.7001");
        assertThat(asked.header("Authorization")).startsWith("pbx-secret-42:");
        VendorServer.Sent fetched = vendor.received();
        assertThat(fetched.target()).isEqualTo("/r/7.wav?sig=a%2Bb");
        assertThat(fetched.header("Authorization")).isEmpty();
    }

    @Test
    void givenLinkElsewhere_whenDownloading_thenIsNotAskedFor() {
        connectZadarma();
        vendor.answers(200, "{\"status\":\"success\",\"link\":\"https://elsewhere.example/7.wav\"}");

        assertThatThrownBy(() -> pbx.recordings().download("7", file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recordingHosts");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenSeveralLinks_whenAsked_thenAreToldAndNoneIsChosen() {
        connect(PbxConfig.presetText("zadarma").replace("\"linkAt\": \"link\"", "\"linkAt\": \"links\""));
        String several = "{\"status\":\"success\",\"links\":[\"https://a.example/1\",\"https://a.example/2\"]}";
        vendor.answers(200, several).answers(200, several);

        assertThat(pbx.recordings().links("7")).containsExactly("https://a.example/1", "https://a.example/2");
        assertThatThrownBy(() -> pbx.recordings().download("7", file()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("links(id)");
    }

    @Test
    void givenNoLinkYet_whenWaitedFor_thenLooksAsTheFileSays() throws Exception {
        connectZadarma();
        vendor.answers(200, "{\"status\":\"success\"}")
                .answers(200, "{\"status\":\"success\",\"link\":\"/r/7.wav\"}")
                .answers(404)
                .answers(200, "{\"status\":\"success\",\"link\":\"/r/7.wav\"}")
                .answers(audio());

        Recording recording = pbx.recordings().whenReady("7", file()).await(Duration.ofHours(1));

        assertThat(recording.bytes()).isEqualTo(WAV.length());
        assertThat(time.pauses()).containsOnly(Duration.ofSeconds(40)).hasSize(3);
    }

    @Test
    void givenMango_whenDownloading_thenFollowsOneRedirectBare() throws GeneralSecurityException {
        connectMango();
        vendor.answers(302, "Location", origin() + "/once/9?s=1", "").answers(audio());

        Recording recording = pbx.recordings().download("MToxMDA=", file());

        assertThat(recording.bytes()).isEqualTo(WAV.length());
        VendorServer.Sent asked = vendor.received();
        String body = asked.body();
        String json = URLDecoder.decode(body.substring(body.indexOf("json=") + 5), StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(("mango-key-1" + json + "pbx-secret-42").getBytes(StandardCharsets.UTF_8));
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(json).isEqualTo("{\"recording_id\":\"MToxMDA=\",\"action\":\"download\"}");
        assertThat(body).contains("&sign=" + HexFormat.of().formatHex(digest) + "&");
        VendorServer.Sent fetched = vendor.received();
        assertThat(fetched.method()).isEqualTo("GET");
        assertThat(fetched.target()).isEqualTo("/once/9?s=1");
        assertThat(fetched.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/9", "http://files.mango-office.ru/9", "file:///etc/passwd"})
    void givenRedirectElsewhere_whenDownloading_thenIsNotFollowed(String location) {
        connectMango();
        vendor.answers(302, "Location", location, "");

        assertThatThrownBy(() -> pbx.recordings().download("7", file()))
                .isInstanceOf(ApiException.class)
                .hasMessageNotContaining(location);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenTwoRedirects_whenDownloading_thenTheSecondIsNotFollowed() {
        connectMango();
        vendor.answers(302, "Location", origin() + "/a", "").answers(302, "Location", origin() + "/b", "");

        assertThatThrownBy(() -> pbx.recordings().download("7", file())).isInstanceOf(ApiException.class);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenRecordingWithinJson_whenDownloading_thenIsDecoded() {
        connectText();
        String text = Base64.getEncoder().encodeToString(WAV.getBytes(StandardCharsets.US_ASCII));
        vendor.answers(200, "{\"callId\":\"call-7\",\"content\":\"" + text + "\",\"contentType\":\"audio/wav\"}");

        Recording recording = pbx.recordings().download("call-7", file());

        assertThat(recording.file()).hasContent(WAV);
        assertThat(recording.sha256()).hasSize(64);
        assertThat(folder).isDirectoryContaining("glob:**a.wav");
        assertThat(vendor.received().target()).isEqualTo("/calls/call-7/recording");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UklGRgAAAABX*QVZFZGF0YQ==", "UklG Ug==", "a", "bm8gc3VjaCByZWNvcmRpbmc="})
    void givenTextThatIsNoRecording_whenDownloading_thenLeavesNothing(String text) {
        connectText();
        vendor.answers(200, "{\"content\":\"" + text + "\"}");

        assertThatThrownBy(() -> pbx.recordings().download("call-7", file())).isInstanceOf(DecodingException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"content\":\"\"}", "{\"content\":null}"})
    void givenNoTextYet_whenDownloading_thenIsNotFound(String json) {
        connectText();
        vendor.answers(200, json);

        assertThatThrownBy(() -> pbx.recordings().download("call-7", file())).isInstanceOf(NotFoundException.class);
    }
}
