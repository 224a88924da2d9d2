package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program behind a proxy that has TLS and a name, as its requests reach the program. */
class BehindProxyTest {

    @TempDir
    private static Path folder;

    private static ProgramLab lab;
    private static URI page;

    @BeforeAll
    static void start() {
        lab = new ProgramLab(folder).only("callcentre").listening("behindProxy: [127.0.0.1], names: [bridge.example]");
        page = lab.run().uri("page").orElseThrow();
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({"bridge.example, 200", "other.example, 421", "bridge.example.evil.example, 421", "'', 421"})
    void givenNameOfTheProxy_whenPageIsAsked_thenItsOwnNamesAreAnswered(String host, int status) throws IOException {
        assertThat(send("GET / HTTP/1.1\r\nHost: " + host + "\r\n", "")).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void givenBrowserThatCameByTls_whenSomebodyComesIn_thenTheCookieGoesByTlsOnly() throws IOException {
        String key = lab.page().getFragment().substring(4);

        String login = send(
                "POST /api/login HTTP/1.1\r\nHost: bridge.example\r\nOrigin: https://bridge.example\r\n"
                        + "X-Forwarded-For: 203.0.113.5\r\nContent-Type: application/json\r\n",
                "{\"key\":\"" + key + "\"}");

        assertThat(login)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("Set-Cookie: ")
                .contains("; Secure");
    }

    @Test
    void givenVerb_whenCalledOnTheMachine_thenReachesTheProgram() {
        assertThat(lab.say("open"))
                .satisfies(open -> assertThat(open.code()).as(open.err()).isZero());
    }

    private static String send(String head, String body) throws IOException {
        try (Socket socket = new Socket(page.getHost(), page.getPort())) {
            socket.getOutputStream()
                    .write((head + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
