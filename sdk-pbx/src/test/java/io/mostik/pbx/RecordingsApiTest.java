package io.mostik.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Secret;
import io.mostik.core.http.Download;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsApiTest {

    private static final String ID = "QkFTRTY0L2lkPT0=+/";
    private static final byte[] MP3 = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final byte[] WAV = "RIFF\0\0\0\0WAVEdata".getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @TempDir
    Path folder;

    PbxClient vipex;

    @BeforeEach
    void connect() {
        vipex = PbxClient.builder()
                .baseUri(vendor.uri())
                .credentials("crm-api", Secret.of("demo-password"))
                .http(http -> http.time(new ManualTime()))
                .build();
    }

    @AfterEach
    void close() {
        vipex.close();
    }

    @Test
    void givenRecording_whenDownloading_thenWritesTheFile() throws IOException {
        vendor.answers(audio("audio/mpeg", MP3));

        Recording recording = vipex.recordings().download(ID, folder.resolve("call.mp3"));

        assertThat(vendor.received().target())
                .isEqualTo("/api/recording?id=QkFTRTY0L2lkPT0%3D%2B%2F&username=crm-api&password=demo-password");
        assertThat(recording.file()).hasBinaryContent(MP3);
        assertThat(recording.bytes()).isEqualTo(MP3.length);
        assertThat(recording.format()).isEqualTo(AudioFormat.MP3);
        assertThat(recording.contentType()).contains("audio/mpeg");
        assertThat(recording.sha256()).hasSize(64);
    }

    @Test
    void givenLateRecording_whenWaitedFor_thenComes() throws Exception {
        ManualTime time = new ManualTime();
        vendor.answers(404);
        vendor.answers(answer("text/plain", "ERROR: recording id cannot be decoded"));
        vendor.answers(audio("audio/mpeg", MP3));
        RecordingWait wait = new RecordingWait(Duration.ofSeconds(40), Duration.ofMinutes(1), 5);

        Recording recording;
        try (PbxClient patient = PbxClient.builder()
                .baseUri(vendor.uri())
                .credentials("crm-api", Secret.of("demo-password"))
                .http(http -> http.time(time))
                .build()) {
            recording = patient.recordings()
                    .whenReady(ID, folder.resolve("call.mp3"), wait)
                    .await(wait.longest());
        }

        assertThat(recording.file()).hasBinaryContent(MP3);
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(40), Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=UTF-8", "text/plain", "application/json", "application/xml"})
    void givenAudioCalledText_whenDownloading_thenIsTaken(String type) {
        vendor.answers(audio(type, WAV));

        Recording recording = vipex.recordings().download(ID, folder.resolve("call.wav"));

        assertThat(recording.file()).hasBinaryContent(WAV);
        assertThat(recording.format()).isEqualTo(AudioFormat.WAV);
        assertThat(recording.contentType()).contains(type);
    }

    @Test
    void givenBytesOfNoKindCalledText_whenDownloading_thenMessageHasNone() {
        vendor.answers(audio("text/html", new byte[] {'G', 0, 1, 2, (byte) 0x9F, 3}));

        assertThatThrownBy(() -> vipex.recordings().download(ID, folder.resolve("call.wav")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.error().message()).startsWith("neither a recording"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenErrorTextWith200_whenDownloading_thenIsNotFound() {
        vendor.answers(answer("text/plain", "ERROR: recording id cannot be decoded"));

        assertThatThrownBy(() -> vipex.recordings().download(ID, folder.resolve("call.wav")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("cannot be decoded");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenAnyTextWith200_whenDownloading_thenIsRejected() {
        vendor.answers(answer("application/json", "{\"state\":\"archived\"}"));

        assertThatThrownBy(() -> vipex.recordings().download(ID, folder.resolve("call.wav")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.error().message()).contains("archived"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenRefusedCredentials_whenDownloading_thenSaysSo() {
        vendor.answers(answer("text/plain", "authentication failed"));

        assertThatThrownBy(() -> vipex.recordings().download(ID, folder.resolve("call.wav")))
                .isInstanceOf(AuthException.class);
    }

    @Test
    void givenErrorTextCalledAudio_whenDownloading_thenLeavesNothing() {
        for (int i = 0; i < 3; i++) {
            vendor.answers(answer("audio/mpeg", "ERROR: no such recording"));
        }

        assertThatThrownBy(() -> vipex.recordings().download(ID, folder.resolve("call.wav")))
                .isInstanceOf(DecodingException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenLargerThanAllowed_whenDownloading_thenLeavesNothing() {
        for (int i = 0; i < 3; i++) {
            vendor.answers(audio("audio/wav", MP3));
        }

        assertThatThrownBy(() -> vipex.recordings()
                        .download(ID, Download.to(folder.resolve("call.wav")).atMost(10)))
                .hasMessageContaining("larger than 10");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenBusyServer_whenDownloading_thenTriesAgain() {
        vendor.answers(503).answers(audio("application/octet-stream", MP3));

        assertThat(vipex.recordings().download(ID, folder.resolve("call.mp3")).file())
                .hasBinaryContent(MP3);
    }

    @Test
    void givenRecording_whenOpening_thenStreamsItAndCleansUp() throws IOException {
        vendor.answers(audio("audio/mpeg", MP3)).answers(audio("audio/mpeg", MP3));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Recording written = vipex.recordings().writeTo(ID, out);
        byte[] read;
        try (AudioStream stream = vipex.recordings().open(ID)) {
            read = stream.content().readAllBytes();
        }

        assertThat(out.toByteArray()).isEqualTo(MP3);
        assertThat(read).isEqualTo(MP3);
        assertThat(Files.exists(written.file())).isFalse();
    }

    @Test
    void givenBlankId_whenDownloading_thenRefusesBeforeSending() {
        assertThatThrownBy(() -> vipex.recordings().download(" ", folder.resolve("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id");
        assertThat(vendor.count()).isZero();
    }

    private static MockResponse.Builder answer(String type, String text) {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", type)
                .body(text);
    }

    private static MockResponse.Builder audio(String type, byte[] content) {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", type)
                .body(new Buffer().write(content));
    }
}
