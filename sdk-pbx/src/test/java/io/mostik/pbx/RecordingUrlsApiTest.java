package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingUrlsApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @TempDir
    Path folder;

    private PbxClient pbx;
    private String origin;

    @BeforeEach
    void connect() {
        URI uri = URI.create(vendor.uri());
        origin = uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
        pbx = PbxClient.builder()
                .baseUri(vendor.uri())
                .apiKey(Secret.of("canary-7"))
                .profile(PbxProfile.builder()
                        .addRecordingHosts(origin, "rec.example")
                        .build())
                .http(http -> http.time(new ManualTime()))
                .build();
    }

    @AfterEach
    void close() {
        pbx.close();
    }

    private static MockResponse.Builder audio() {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "audio/wav")
                .body("RIFF\0\0\0\0WAVE");
    }

    @Test
    void givenSignedAddress_whenDownloading_thenIsAskedForAsItStands() {
        vendor.answers(audio());

        Recording recording =
                pbx.recordingUrls().download(origin + "/r/7.wav?sig=a%2Bb%3D&x=1", folder.resolve("7.wav"));

        VendorServer.Sent sent = vendor.received();
        assertThat(recording.format()).isEqualTo(AudioFormat.WAV);
        assertThat(sent.target()).isEqualTo("/r/7.wav?sig=a%2Bb%3D&x=1");
        assertThat(sent.header("Authorization")).isEmpty();
    }

    @Test
    void givenRedirectToAListedHost_whenDownloading_thenIsFollowedOnce() {
        vendor.answers(302, "Location", origin + "/once/9?s=1", "").answers(audio());

        pbx.recordingUrls().download("/r/7", folder.resolve("7.wav"));

        assertThat(vendor.received().target()).isEqualTo("/r/7");
        assertThat(vendor.received().target()).isEqualTo("/once/9?s=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/7", "http://rec.example/7", "//elsewhere.example/7"})
    void givenRedirectElsewhere_whenDownloading_thenIsNotFollowed(String location) {
        vendor.answers(302, "Location", location, "");

        assertThatThrownBy(() -> pbx.recordingUrls().download(origin + "/r/7", folder.resolve("7.wav")))
                .isInstanceOf(ApiException.class);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenTwoRedirects_whenDownloading_thenTheSecondIsNotFollowed() {
        vendor.answers(302, "Location", origin + "/a", "").answers(302, "Location", origin + "/b", "");

        assertThatThrownBy(() -> pbx.recordingUrls().download(origin + "/r/7", folder.resolve("7.wav")))
                .isInstanceOf(ApiException.class);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/7.wav",
                "http://rec.example/7.wav",
                "https://rec.example:8443/7.wav",
                "https://rec.example.elsewhere.example/7.wav",
                "https://user@rec.example/7.wav",
                "file:///etc/passwd",
                "https://rec.example@elsewhere.example/7.wav",
                "mailto:x",
                "ht tp://x"
            })
    void givenAddressOfNobodyKnown_whenDownloading_thenNothingIsSent(String url) {
        assertThatThrownBy(() -> pbx.recordingUrls().download(url, folder.resolve("7.wav")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("url");
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenLateRecording_whenWaitedFor_thenComes() throws Exception {
        vendor.answers(404).answers(404).answers(audio());
        RecordingWait wait = new RecordingWait(Duration.ofSeconds(3), Duration.ofSeconds(10), 5);

        Recording recording = pbx.recordingUrls()
                .whenReady(origin + "/r/7.wav", folder.resolve("7.wav"), wait)
                .await(wait.longest());

        assertThat(recording.format()).isEqualTo(AudioFormat.WAV);
        assertThat(vendor.count()).isEqualTo(3);
    }

    @Test
    void givenAddressOfNobodyKnown_whenWaitedFor_thenIsRefusedAtOnce() {
        RecordingWait wait = new RecordingWait(Duration.ZERO, Duration.ofSeconds(10), 5);

        assertThatThrownBy(() ->
                        pbx.recordingUrls().whenReady("https://elsewhere.example/7", folder.resolve("7.wav"), wait))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenNoRecordingYet_whenDownloading_thenSaysSo() {
        vendor.answers(404);

        assertThatThrownBy(() -> pbx.recordingUrls().download(origin + "/r/7", folder.resolve("7.wav")))
                .isInstanceOf(NotFoundException.class);
    }
}
