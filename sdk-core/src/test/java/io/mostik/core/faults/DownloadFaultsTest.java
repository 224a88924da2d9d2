package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Download;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F84: answers to a download that are no whole file. What lay under the name before stays as it was. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class DownloadFaultsTest {

    private static final String OLD = "the old file";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "202, not ready   | 202 X | Content-Type: audio/wav | 4    | RIFF",
                "204              | 204 X |                         |      | ''",
                "206, a part      | 206 X | Content-Range: bytes 0-3/9 | 4 | RIFF",
                "200, empty       | 200 X | Content-Type: audio/wav | 0    | ''",
                "200, text        | 200 X | Content-Type: text/html | 4    | <h1>",
                "200, JSON        | 200 X | Content-Type: application/json | 2 | {}",
                "200, cut short   | 200 X | Content-Type: audio/wav | 9    | RIFF",
                "200, of unknown length and cut below the known size | 200 X | Content-Type: audio/wav | | RIFF"
            })
    void givenNoWholeFile_whenDownloading_thenTheOldStays(
            String fault, String status, String header, String length, String body) throws Exception {
        Path file = Files.writeString(folder.resolve("call.wav"), OLD);
        String head = "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + (header == null ? "" : header + "\r\n")
                + (length == null ? "" : "Content-Length: " + length + "\r\n") + "\r\n";
        try (RawServer server = RawServer.start(Lab.writes(head + body));
                ApiClient client = ApiClient.builder(ClientConfig.builder()
                                .baseUri(server.uri())
                                .runtime(Lab.runtime())
                                .retry(Lab.QUICK)
                                .build())
                        .build()) {

            SdkException failure = catchThrowableOfType(
                    SdkException.class,
                    () -> client.call(Kind.READ.endpoint(JsonType.of(Json.class)))
                            .download(Download.to(file).ofSize(9)));

            assertThat(file).hasContent(OLD);
            assertThat(folder).isDirectoryNotContaining("glob:**.part");
            FaultReport.single(
                    "F84",
                    "download: " + fault,
                    failure.outcome() + " (" + failure.phase() + "), "
                            + failure.attempts().size() + " tries; the old file stays");
        }
    }
}
