package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs as people have them ask a gateway; what they are answered is kept beside them. */
class RealSendersTest {

    private static final Path SENDERS = Path.of("src/test/resources/io/mostik/bridge/gateway/senders");
    private static final String NOTE = "v1/actions/test.note";

    @RegisterExtension
    static final GatewayServer GATEWAY = new GatewayServer();

    @TempDir
    Path folder;

    @Test
    void givenCurl_whenAsked_thenAnsweredAsKept() throws Exception {
        String answer = run(
                "curl",
                "-sS",
                "-X",
                "POST",
                GATEWAY.uri() + NOTE,
                "-H",
                "Authorization: Bearer " + GatewayServer.ZUP,
                "-H",
                "Expect: 100-continue",
                "-d",
                "{\"document\":\"curl-1\",\"order\":\"1001\",\"sum\":\"1 450,50\"}",
                "-w",
                "\n%{http_code}");

        String[] lines = answer.split("\n", -1);
        assertThat(lines[1] + " " + steady(lines[0])).isEqualTo(kept("curl.txt").get(0));
    }

    @ParameterizedTest
    @MethodSource("casesOfPhp")
    void givenPhp_whenAsked_thenAnsweredAsKept(String name) throws Exception {
        String answers =
                run("php", SENDERS.resolve("grant.php").toString(), GATEWAY.uri() + NOTE, GatewayServer.ZUP, name);

        List<String> told = answers.lines()
                .filter(line -> !line.isBlank())
                .map(line ->
                        name + line.replaceAll("^(\\d+) .*\"state\":\"(\\w+)\".*\"code\":\"(\\w+)\".*$", " $1 $2 $3"))
                .toList();
        assertThat(told)
                .isEqualTo(kept("php.txt").stream()
                        .filter(line -> line.startsWith(name + " "))
                        .toList());
    }

    static Stream<String> casesOfPhp() throws IOException {
        return kept("php.txt").stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct();
    }

    @Test
    void givenBytesOf1c_whenAsked_thenAnsweredAsKept() throws Exception {
        String first = onec("onec-utf8.bin", "Content-Type: application/json; charset=utf-8\r\n");
        String second = onec("onec-windows.bin", "Content-Type: application/json;charset=windows-1251\r\n");

        assertThat(List.of(steady(first), steady(second))).isEqualTo(kept("onec.txt"));
    }

    /** Sends what 1C's HTTPConnection sends for a document. */
    private static String onec(String file, String type) throws IOException {
        byte[] body = Files.readAllBytes(SENDERS.resolve(file));
        String head = "POST /" + NOTE + " HTTP/1.1\r\nHost: 127.0.0.1:" + GATEWAY.port()
                + "\r\nAccept: */*\r\nUser-Agent: 1C+Enterprise/8.3\r\nAuthorization: Bearer " + GatewayServer.ZUP
                + "\r\n"
                + type + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", GATEWAY.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            String text = answer.toString(StandardCharsets.UTF_8);
            return text.substring(9, 12) + " " + text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    private static String steady(String answer) {
        return answer.replaceAll("\"intent\":\"[^\"]+\"", "\"intent\":\"INTENT\"")
                .replaceAll("\"journal\":\"[^\"]+\"", "\"journal\":\"JOURNAL\"")
                .replaceAll("\"event\":\\d+", "\"event\":EVENT")
                .replaceAll("\"at\":\"[^\"]+\"", "\"at\":\"AT\"")
                .replaceAll("\"at_unix\":\\d+", "\"at_unix\":UNIX");
    }

    private static List<String> kept(String file) throws IOException {
        return Files.readAllLines(SENDERS.resolve(file));
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process process;
        try {
            process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        } catch (IOException e) {
            return abort("no " + command[0].toUpperCase(Locale.ROOT) + ": to run this test, install " + command[0]);
        }
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text + Files.readString(errors)).isZero();
            return text;
        }
    }
}
