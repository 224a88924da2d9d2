package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bridge.server.config.ListenerSettings;
import io.mostik.bridge.server.http.LimitedServer;
import io.mostik.bridge.server.page.PageServer;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verb makes of whatever it meets where the program was last. */
class VerbsAndProgramTest {

    @TempDir
    private Path folder;

    private ProgramLab lab;

    @BeforeEach
    void set() {
        lab = new ProgramLab(folder).only("callcentre").asking();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void givenTimeThatIsNone_whenReplayed_thenIsSaid() {
        RunningBridge running = lab.run();

        assertThat(lab.say("replay", "--link", "x", "--since", "yesterday")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(Main.WRONG);
            assertThat(said.err()).contains("since must be a time");
        });
        assertThat(lab.say("replay", "--link", "x", "--since", "2026-11-29T03:00")
                        .err())
                .contains("there is no link x");
        assertThat(running.bridge().isHeld()).isFalse();
    }

    @Test
    void givenProgramThatWasKilled_whenVerbsAreCalled_thenTheyKnowThatNoneRuns() throws IOException {
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            leave("http://127.0.0.1:" + gone.getLocalPort());
        }

        assertThat(lab.say("open").out()).contains("0 waiting");
        assertThat(lab.say("do", "vcc.record.create")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(Main.WRONG);
            assertThat(said.err()).contains("the program does not run");
        });
    }

    @Test
    void givenAnotherProgramOnThePort_whenVerbIsCalled_thenItKnowsThatNoneRuns() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            leave("http://127.0.0.1:" + other.getAddress().getPort());

            assertThat(lab.say("open").out()).contains("0 waiting");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void givenProgramThatGivesNoAnswer_whenVerbIsCalled_thenItDoesNothingASecondTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            leave("http://127.0.0.1:" + silent.getLocalPort());
            CompletableFuture<Void> taken = CompletableFuture.runAsync(() -> takeOne(silent));

            assertThat(lab.say("hold", "--reason", "a trial")).satisfies(said -> {
                assertThat(said.code()).isEqualTo(Main.FAILED);
                assertThat(said.err()).contains("gave no answer", "may have done what was asked");
            });
            taken.join();
        }

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void givenProgramThatFailsAtSomething_whenVerbIsCalled_thenLogIsNamed() {
        Secret key = LocalDoor.newKey();
        PageServer page = new PageServer(
                (name, isChange, question, asker) -> {
                    throw new IllegalStateException("on purpose");
                },
                List.of(),
                Optional.of(key),
                List.of(),
                TimeSource.system(),
                Map.of());
        try (LimitedServer server =
                LimitedServer.start("page", ListenerSettings.loopback(0), TimeSource.system(), page::isProven, page)) {
            LocalDoor.open(lab.settings(), new LocalDoor(server.uri(), server.uri(), key, Set.of()));

            assertThat(lab.say("open")).satisfies(said -> {
                assertThat(said.code()).isEqualTo(Main.FAILED);
                assertThat(said.err()).contains("its log says why");
            });
        }
    }

    /** Leaves the file of a program that was there. */
    private void leave(String address) {
        URI uri = URI.create(address);
        LocalDoor.open(lab.settings(), new LocalDoor(uri, uri, LocalDoor.newKey(), Set.of()));
    }

    private static void takeOne(ServerSocket server) {
        try (var socket = server.accept()) {
            int unused = socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
