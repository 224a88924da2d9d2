package io.mostik.core.faults;

import static io.mostik.core.faults.Expected.Seen.UNKNOWN;
import static io.mostik.core.faults.FaultRow.row;
import static io.mostik.core.faults.Lab.OWN;
import static io.mostik.core.faults.Lab.answers;
import static io.mostik.core.faults.Lab.head;
import static io.mostik.core.faults.Lab.writes;
import static io.mostik.core.faults.Lab.writesAndStays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Download;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("faults")
@ExtendWith(FaultReport.class)
class BodyFaultsTest {

    private static final String HALF = "{\"own\":\"" + Canary.echo();

    static Stream<FaultCase> cuts() {
        String half = head("Content-Length: 1000\r\n") + HALF;
        return FaultRow.cases(
                row("F32", "half a body, then silence: deadline", writesAndStays(half))
                        .outOfTime(UNKNOWN, Phase.BODY),
                row("F32", "half a body, then silence: idle limit", writesAndStays(half))
                        .cut()
                        .saying("nothing came")
                        .with(config -> config.timeout(Duration.ofMillis(100))),
                row("F33", "half a body, then FIN", writes(half)).cut(),
                row("F33", "half a body, then FIN, where the status is proof", writes(half))
                        .cutAfterProof(),
                row("F34", "half a body, then RST", connection -> {
                            connection.readRequest();
                            connection.write(half).pause(50).reset();
                        })
                        .cut(),
                row("F35", "chunks without an end", writes(head("Transfer-Encoding: chunked\r\n") + "5\r\n{\"a\":\r\n"))
                        .cut(),
                row("F35", "cut inside a chunk", writes(head("Transfer-Encoding: chunked\r\n") + "50\r\n{\"a\":"))
                        .cut(),
                row("F35", "a chunk size that is none", writes(head("Transfer-Encoding: chunked\r\n") + "zz\r\n{}\r\n"))
                        .cut(),
                row("F36", "close-delimited, cut inside JSON", writes(head("Connection: close\r\n") + HALF))
                        .unreadable()
                        .saying("cut off"),
                row("F36", "close-delimited, whole", writes(head("Connection: close\r\n") + OWN))
                        .harmless(),
                row("F37", "endless body", BodyFaultsTest::endless).unusable().saying("larger than"),
                row("F37", "a length of 9 EB", writes(head("Content-Length: 9000000000000000000\r\n") + "{"))
                        .unusable()
                        .saying("larger than"));
    }

    static Stream<FaultCase> contents() throws IOException {
        byte[] bomb = gzip(new byte[10_000_000]);
        return FaultRow.cases(
                row("F38", "gzip bomb, not asked for", bytes("Content-Encoding: gzip\r\n", bomb))
                        .unusable()
                        .saying("compressed"),
                row("F38", "gzip in gzip", bytes("Content-Encoding: gzip, gzip\r\n", gzip(bomb)))
                        .unusable()
                        .saying("compressed"),
                row("F38", "gzip that does not say so", bytes("", bomb)).unreadable(),
                row("F38", "truncated gzip", bytes("Content-Encoding: gzip\r\n", new byte[] {31, -117, 8}))
                        .unusable(),
                row("F39", "packets of one byte", BodyFaultsTest::slice).harmless(),
                row("F39", "2 KB a second", BodyFaultsTest::slow).outOfTime(UNKNOWN, Phase.BODY),
                row("F42", "byte order mark", bytes("", ("\uFEFF" + OWN).getBytes(StandardCharsets.UTF_8)))
                        .harmless(),
                row(
                                "F42",
                                "windows-1251",
                                bytes(
                                        "Content-Type: application/json; charset=windows-1251\r\n",
                                        "{\"own\":\"\u041f\u0440\u0438\u0432\u0435\u0442\"}"
                                                .getBytes(Charset.forName("windows-1251"))))
                        .unreadable(),
                row(
                                "F42",
                                "a charset that does not exist",
                                answers(200, "Content-Type: application/json; charset=bogus\r\n", OWN))
                        .harmless(),
                row("F42", "lone surrogates, escaped", answers(200, "", "{\"own\":true,\"x\":\"\\ud800\"}"))
                        .harmless(),
                row("F42", "NUL inside", answers(200, "", "{\"own\":\"\0\"}")).unreadable());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cuts", "contents"})
    void givenBadBody_whenCalling_thenEveryPromiseHolds(FaultCase faultCase) throws Exception {
        faultCase.check();
    }

    @Test
    void givenCutDownload_whenDownloading_thenThereIsNoFileAtAll(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("call.mp3");
        RawServer.Script sixty = connection -> {
            connection.readRequest();
            connection.write(head("Content-Type: audio/mpeg\r\nContent-Length: 1000000\r\n"));
            connection.write(new byte[600_000]);
        };
        try (RawServer server = RawServer.start(sixty);
                ApiClient client = ApiClient.builder(ClientConfig.builder()
                                .baseUri(server.uri())
                                .runtime(Lab.runtime())
                                .retry(Lab.QUICK)
                                .build())
                        .build()) {
            SdkException failure = catchThrowableOfType(
                    SdkException.class,
                    () -> client.call(Kind.READ.endpoint(JsonType.of(Json.class)))
                            .download(Download.to(file)));

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.attempts()).hasSize(3);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
            FaultReport.single("F41", "download stops at 60 %", "UNKNOWN, 3 tries; no file, neither whole nor in part");
        }
    }

    @Test
    void givenSlowVendor_whenReading_thenNoThreadSpins() {
        try (RawServer server = RawServer.start(BodyFaultsTest::slow);
                ApiClient client = ApiClient.builder(ClientConfig.builder()
                                .baseUri(server.uri())
                                .runtime(Lab.runtime())
                                .deadline(Duration.ofSeconds(1))
                                .build())
                        .build()) {
            long before = clientCpuMillis();

            catchThrowableOfType(
                    SdkException.class,
                    () -> client.call(Kind.READ.endpoint(JsonType.of(Json.class)))
                            .send());

            long spent = clientCpuMillis() - before;
            assertThat(spent).isLessThan(500);
            FaultReport.single("F39", "2 KB a second, for 1 s", "less than half of a CPU used");
        }
    }

    private static long clientCpuMillis() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().matches("HttpClient.*|mostik.*"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()) / 1_000_000)
                .sum();
    }

    private static RawServer.Script bytes(String headers, byte[] body) {
        return connection -> {
            connection.readRequest();
            connection.write(head("Connection: close\r\n" + headers + "Content-Length: " + body.length + "\r\n"));
            connection.write(body);
        };
    }

    private static void endless(RawServer.Connection connection) throws IOException {
        connection.readRequest();
        connection.write(head(""));
        while (true) {
            connection.write(new byte[64 * 1024]);
        }
    }

    private static void slice(RawServer.Connection connection) throws IOException {
        connection.readRequest();
        String answer = head("Content-Length: " + OWN.length() + "\r\n") + OWN;
        for (byte one : answer.getBytes(StandardCharsets.US_ASCII)) {
            connection.write(new byte[] {one}).pause(1);
        }
    }

    private static void slow(RawServer.Connection connection) throws IOException {
        connection.readRequest();
        connection.write(head("Content-Length: 100000\r\n"));
        for (int i = 0; i < 1000; i++) {
            connection.write(" ".repeat(100)).pause(50);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
