package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.Progress;
import io.mostik.core.SdkException;
import io.mostik.core.json.NoAnswer;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private static final Endpoint<NoAnswer> GET = Endpoint.read("files.get", "GET", "/file", NoAnswer.class);
    private static final String WAV = "RIFF0000WAVEdata";

    @TempDir
    Path folder;

    @Test
    void givenFile_whenDownloaded_thenIsWholeWithItsChecksum() throws IOException {
        try (RawServer server = serving("audio/wav", WAV);
                ApiClient client = client(server)) {
            Downloaded done = client.call(GET)
                    .download(Download.to(folder.resolve("a.wav")).checksum("MD5"));

            assertThat(done.bytes()).isEqualTo(WAV.length());
            assertThat(done.checksum()).isEqualTo("d485d0745ae090a83adaa5a57acd1c1c");
            assertThat(done.contentType()).contains("audio/wav");
            assertThat(Files.readString(folder.resolve("a.wav"))).isEqualTo(WAV);
            assertThat(files()).containsExactly("a.wav");
        }
    }

    @Test
    void givenListener_whenDownloaded_thenToldOfHowManyBytes() {
        List<Progress> told = new CopyOnWriteArrayList<>();
        try (RawServer server = serving("audio/wav", WAV);
                ApiClient client = client(server)) {

            client.call(GET).download(Download.to(folder.resolve("a.wav")).progress(told::add));
        }

        assertThat(told).last().satisfies(end -> {
            assertThat(end.what()).isEqualTo("bytes");
            assertThat(end.done()).isEqualTo(WAV.length());
            assertThat(end.total()).hasValue(WAV.length());
            assertThat(end.ended()).isTrue();
        });
    }

    @Test
    void givenListener_whenTriedAgain_thenBytesAreNotCountedTwice() {
        AtomicInteger tries = new AtomicInteger();
        List<Progress> told = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nContent-Length: 16\r\n\r\n"
                            + (tries.incrementAndGet() < 3 ? "RIFF" : WAV));
                });
                ApiClient client = client(server)) {

            client.call(GET).download(Download.to(folder.resolve("a.wav")).progress(told::add));
        }

        assertThat(tries).hasValue(3);
        assertThat(told).last().satisfies(end -> assertThat(end.done()).isEqualTo(WAV.length()));
        assertThat(told).filteredOn(Progress::ended).hasSize(1);
    }

    @Test
    void givenCutFile_whenDownloaded_thenRetriesAndLeavesNoTrace() throws IOException {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nContent-Length: 16\r\n\r\n"
                            + WAV.substring(0, 10));
                });
                ApiClient client = client(server)) {
            Files.writeString(folder.resolve("a.wav"), "old");

            SdkException failure = catchThrowableOfType(
                    SdkException.class, () -> client.call(GET).download(Download.to(folder.resolve("a.wav"))));

            assertThat(failure.attempts()).hasSize(3);
            assertThat(Files.readString(folder.resolve("a.wav"))).isEqualTo("old");
            assertThat(files()).containsExactly("a.wav");
        }
    }

    @Test
    void givenFileAboveLimit_whenDownloaded_thenStopsAndLeavesNothing() throws IOException {
        try (RawServer server = serving("audio/wav", WAV);
                ApiClient client = client(server)) {
            assertThatThrownBy(() -> client.call(GET)
                            .download(Download.to(folder.resolve("a.wav")).atMost(10)))
                    .hasMessageContaining("larger than 10 bytes");

            assertThat(files()).isEmpty();
        }
    }

    @Test
    void givenWordsInsteadOfAFile_whenDownloaded_thenFails() throws IOException {
        try (RawServer server = serving("text/plain", "ERROR no such id");
                ApiClient client = client(server)) {
            assertThatThrownBy(() -> client.call(GET).download(Download.to(folder.resolve("a.wav"))))
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("text where a file was expected (text of 16 bytes)")
                    .hasMessageNotContaining("no such id");

            assertThat(files()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "application/json", "text/plain"})
    void givenFileCalledText_whenRecognised_thenIsTaken(String type) throws IOException {
        try (RawServer server = serving(type, WAV);
                ApiClient client = client(server)) {
            Downloaded done = client.call(GET).download(recognised());

            assertThat(done.bytes()).isEqualTo(WAV.length());
            assertThat(Files.readString(folder.resolve("a.wav"))).isEqualTo(WAV);
            assertThat(files()).containsExactly("a.wav");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RIF", "not yet", "a text of more than sixteen bytes"})
    void givenTextThatIsNoFile_whenDownloaded_thenIsReadAsText(String text) throws IOException {
        try (RawServer server = serving("text/plain", text);
                ApiClient client = client(server)) {
            assertThatThrownBy(() -> client.call(GET).download(recognised()))
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("text where a file was expected (text of " + text.length() + " bytes)");

            assertThat(files()).isEmpty();
        }
    }

    private Download recognised() {
        return Download.to(folder.resolve("a.wav")).recognisedBy(start -> start.length > 3 && start[0] == 'R');
    }

    @Test
    void givenContentThatBeginsOtherwise_whenDownloaded_thenFails() throws IOException {
        try (RawServer server = serving("audio/wav", "hello");
                ApiClient client = client(server)) {
            assertThatThrownBy(() -> client.call(GET)
                            .download(Download.to(folder.resolve("a.wav")).beginning(start -> start[0] == 'R')))
                    .isInstanceOf(DecodingException.class);

            assertThat(files()).isEmpty();
        }
    }

    @Test
    void givenError_whenDownloaded_thenTellsIt() {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.answer(404, "nothing");
                });
                ApiClient client = client(server)) {
            assertThatThrownBy(() -> client.call(GET).download(Download.to(folder.resolve("a.wav"))))
                    .isInstanceOf(ApiException.class);
        }
    }

    @Test
    void givenMissingFolder_whenDownloaded_thenTriesOnceAndSaysSo() {
        try (RawServer server = serving("audio/wav", WAV);
                ApiClient client = client(server)) {
            SdkException failure = catchThrowableOfType(
                    SdkException.class,
                    () -> client.call(GET)
                            .download(Download.to(folder.resolve("missing").resolve("a.wav"))));

            assertThat(failure).hasMessageContaining("disk");
            assertThat(failure.attempts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "204 No Content\r\n\r\n",
                "200 OK\r\nContent-Length: 0\r\n\r\n",
                "200 OK\r\n\r\n",
                "202 Accepted\r\nContent-Length: 4\r\n\r\nRIFF",
                "206 Partial\r\nContent-Range: bytes 0-3/1000\r\nContent-Length: 4\r\n\r\nRIFF"
            })
    void givenIncompleteFile_whenDownloaded_thenFailsAndKeepsTheOld(String answer) throws IOException {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 " + answer);
                });
                ApiClient client = client(server)) {
            Files.writeString(folder.resolve("a.wav"), "old");

            assertThatThrownBy(() -> client.call(GET).download(Download.to(folder.resolve("a.wav"))))
                    .isInstanceOf(DecodingException.class);

            assertThat(Files.readString(folder.resolve("a.wav"))).isEqualTo("old");
            assertThat(files()).containsExactly("a.wav");
        }
    }

    @Test
    void givenAnswerWithoutLength_whenCutBelowTheKnownSize_thenFails() throws IOException {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\n\r\nRIFF");
                });
                ApiClient client = client(server)) {
            Download download = Download.to(folder.resolve("a.wav")).ofSize(WAV.length());

            SdkException failure = catchThrowableOfType(
                    SdkException.class, () -> client.call(GET).download(download));

            assertThat(failure).hasMessageContaining("answer has 4 bytes, the file 16");
            assertThat(failure.attempts()).hasSize(3);
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void givenFolderAsTarget_whenDownloaded_thenSendsNothing() {
        try (RawServer server = serving("audio/wav", WAV);
                ApiClient client = client(server)) {
            assertThatThrownBy(() -> client.call(GET).download(Download.to(folder)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("folder");

            assertThat(server.requests()).isZero();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static RawServer serving(String type, String body) {
        return RawServer.start(connection -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
        });
    }

    private static ApiClient client(RawServer server) {
        return ApiClient.builder(ClientConfig.builder()
                        .baseUri(server.uri())
                        .deadline(Duration.ofSeconds(10))
                        .time(new ManualTime())
                        .build())
                .build();
    }
}
