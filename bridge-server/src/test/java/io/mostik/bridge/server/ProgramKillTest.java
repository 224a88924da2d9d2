package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.tbank.TBankSimulator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, killed with what it has accepted. */
@Tag("any-jdk")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ProgramKillTest {

    private static final String KEY = "k".repeat(40);
    private static final int KILLS = Integer.getInteger("mostik.bridge.program.kills", 3);
    private static final int AT_ONCE = 15;

    private final TBankSimulator bank = TBankSimulator.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> accepted = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenKilledProgram_whenStartedAgain_thenAllThatWasAcceptedIsDoneOnce() throws Exception {
        Path config = config();
        for (int kill = 0; kill < KILLS; kill++) {
            Process program = start(config);
            URI gateway = gateway(program);
            for (int i = 0; i < AT_ONCE; i++) {
                accepted.add(send(gateway, kill + "-" + i));
            }
            program.destroyForcibly().waitFor();
            assertThat(verb("open", config)).as("the file of the dead program").contains("waiting");
        }

        Process last = start(config);
        try {
            URI gateway = gateway(last);
            for (int kill = 0; kill < KILLS; kill++) {
                for (int i = 0; i < AT_ONCE; i++) {
                    HttpResponse<String> again = post(gateway, kill + "-" + i, 20);
                    assertThat(again.body()).contains("\"state\":\"done\"", "\"earlier\":true");
                    assertThat(again.body()).contains(accepted.get(kill * AT_ONCE + i));
                }
            }
        } finally {
            last.destroyForcibly().waitFor();
        }
    }

    private Path config() throws IOException {
        Files.writeString(folder.resolve("base.key"), KEY);
        Files.writeString(folder.resolve("bank.token"), bank.token());
        return Files.writeString(
                folder.resolve("mostik-bridge.yaml"), """
                listen: {gateway: "127.0.0.1:0", page: "127.0.0.1:0"}
                bases: [{name: zup, key: "file:base.key", may: [cards.*]}]
                connections: {bank: {vendor: tbank, address: "%s", secured: "%s", token: "file:bank.token"}}
                """.formatted(bank.ordinaryUri(), bank.securedUri()));
    }

    private Process start(Path config) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "-c",
                        config.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors").toFile()))
                .start();
    }

    private URI gateway(Process program) throws IOException {
        BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
        URI gateway = URI.create("http://none");
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("gateway: ")) {
                gateway = URI.create(line.substring(9));
            }
            if (line.startsWith("The bridge runs")) {
                return gateway;
            }
        }
        throw new AssertionError("it did not start: " + Files.readString(folder.resolve("errors")));
    }

    /** Returns the id under which it was accepted. */
    private String send(URI gateway, String document) throws Exception {
        HttpResponse<String> answer = post(gateway, document, 0);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        return LocalDoor.read(answer.body()).get("intent").text().orElseThrow();
    }

    private HttpResponse<String> post(URI gateway, String document, int wait) throws Exception {
        String body = "{\"document\":\"" + document + "\",\"card\":\"" + TBankSimulator.VIRTUAL_CARD
                + "\",\"employee\":\"e-" + document + "\",\"wait\":\"" + wait + "\"}";
        return http.send(
                HttpRequest.newBuilder(gateway.resolve("/v1/actions/cards.holder.note"))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String verb(String name, Path config) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int unused = Main.run(stream, stream, name, "-c", config.toString());
        return out.toString(StandardCharsets.UTF_8);
    }
}
