package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.json.JsonException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that comes in pieces, in several tries, or to a place that is taken. */
class DownloadRulesTest {

    private static final Endpoint<Downloaded> GET = Endpoint.read("files.get", "GET", "/file", Downloaded.class);
    private static final ApiResponse WHOLE = ApiResponse.of(200, new byte[0]);

    @TempDir
    Path folder;

    @Test
    void givenSecondTry_whenDownloaded_thenTheChecksumIsThatOfTheFile() {
        AtomicInteger tries = new AtomicInteger();
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nContent-Length: 16\r\n\r\n"
                            + (tries.incrementAndGet() < 2 ? "RIFF" : "RIFF0000WAVEdata"));
                });
                ApiClient client = ApiClient.builder(ClientConfig.builder()
                                .baseUri(server.uri())
                                .time(new ManualTime())
                                .build())
                        .build()) {
            Downloaded done = client.call(GET)
                    .download(Download.to(folder.resolve("a.wav")).checksum("MD5"));

            assertThat(done.checksum()).isEqualTo("d485d0745ae090a83adaa5a57acd1c1c");
        }
        assertThat(tries).hasValue(2);
    }

    @Test
    void givenPieces_whenTested_thenTheFirstSixteenBytesAreShown() throws IOException {
        List<String> shown = new CopyOnWriteArrayList<>();
        DownloadSink sink = sink(Download.to(folder.resolve("a.wav"))
                .beginning(start -> shown.add(new String(start, StandardCharsets.US_ASCII))));
        sink.begin();
        for (String piece : List.of("RIFF", "0000", "WAVEdataand more", "x")) {
            sink.accept(bytes(piece));
        }
        sink.complete();

        Downloaded done = sink.result(WHOLE);

        assertThat(shown).containsExactly("RIFF0000WAVEdata");
        assertThat(done.bytes()).isEqualTo(25);
        assertThat(Files.readString(done.file())).isEqualTo("RIFF0000WAVEdataand morex");
    }

    @Test
    void givenFileOfLargestSize_whenDownloaded_thenNoByteMoreIsTaken() throws IOException {
        DownloadSink sink = sink(Download.to(folder.resolve("a.wav")).atMost(10));
        sink.begin();
        sink.accept(bytes("123456"));
        sink.accept(bytes("7890"));

        assertThatThrownBy(() -> sink.accept(bytes("1"))).hasMessageContaining("larger than 10 bytes");
        sink.abort();

        assertThat(files()).isEmpty();
    }

    @Test
    void givenWholeFile_whenMoreComes_thenItIsClosed() throws IOException {
        DownloadSink sink = sink(Download.to(folder.resolve("a.wav")));
        sink.begin();
        sink.accept(bytes("RIFF"));
        sink.complete();

        assertThatThrownBy(() -> sink.accept(bytes("RIFF"))).hasMessageContaining("not open");
    }

    @Test
    void givenTryAfterTry_whenBegun_thenOnePartialFileIsThere() throws IOException {
        DownloadSink sink = sink(Download.to(folder.resolve("a.wav")));

        sink.begin();
        sink.begin();

        assertThat(files()).singleElement().asString().endsWith(".part");
        sink.abort();
        assertThat(files()).isEmpty();
    }

    @Test
    void givenFolderMadeMeanwhile_whenMoved_thenFailsAndLeavesNothing() throws IOException {
        DownloadSink sink = sink(Download.to(folder.resolve("a.wav")));
        sink.begin();
        sink.accept(bytes("RIFF"));
        sink.complete();
        Files.createDirectories(folder.resolve("a.wav").resolve("taken"));

        assertThatThrownBy(() -> sink.result(WHOLE))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("could not be moved");

        assertThat(files()).containsExactly("a.wav");
    }

    @Test
    void givenSizes_whenTheSmallest_thenOneByteIsOne() {
        Download download = Download.to(folder.resolve("a.wav"));

        assertThat(download.atMost(1).atMost()).isEqualTo(1);
        assertThat(download.ofSize(1).size()).hasValue(1);
        assertThatThrownBy(() -> download.atMost(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> download.ofSize(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DownloadSink sink(Download download) {
        return new DownloadSink(download, new ManualTime());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
