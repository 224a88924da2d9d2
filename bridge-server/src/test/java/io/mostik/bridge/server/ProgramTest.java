package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.ByteArrayOutputStream;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program from its command line and over HTTP. */
class ProgramTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Demo demo;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        demo = Demo.start(0, 0);
    }

    @AfterAll
    static void end() throws IOException {
        demo.close();
    }

    /** What a verb said, and how it ended. */
    private record Said(int code, String out, String err) {}

    private static Said say(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Said ask(String verb, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(verb, "-c", demo.config().toString()));
        arguments.addAll(List.of(more));
        return say(arguments.toArray(String[]::new));
    }

    @Test
    void givenEmployeeWhoLeaves_whenAskedByHttp_thenTheCardIsBlockedOnce() throws Exception {
        String body = "{\"document\":\"" + UUID.randomUUID() + "\",\"employee\":\"" + Demo.EMPLOYEE + "\"}";

        HttpResponse<String> first = post("/v1/actions/cards.dismiss", body);
        HttpResponse<String> again = post("/v1/actions/cards.dismiss", body);

        assertThat(first.body()).contains("\"happened\":\"yes\"", "\"code\":\"cards_blocked\"");
        assertThat(again.body()).contains("\"earlier\":true");
        assertThat(demo.bank().card(TBankSimulator.VIRTUAL_CARD).status()).isEqualTo(CardStatus.BLOCKED);
    }

    @Test
    void givenLink_whenABaseTellsOfSomething_thenItIsCarriedOutOnceAndCanBeTriedBefore() throws Exception {
        String sample = "{\"signal\":\"person.left\",\"employee\":\"" + Demo.EMPLOYEE + "\",\"salary\":\"1\"}";
        Path file = Files.writeString(folder.resolve("sample.json"), sample);
        String body = "{\"document\":\"" + UUID.randomUUID() + "\",\"employee\":\"" + Demo.EMPLOYEE + "\"}";

        Said dry = ask("dry-run", "leavers-lose-cards", "--sample", file.toString());
        post("/v1/signals/person.left", body);
        post("/v1/signals/person.left", body);
        Said again = ask("replay", "--link", "leavers-lose-cards");

        assertThat(dry.out()).as(dry.err()).contains("employee = " + Demo.EMPLOYEE, "nothing looks at: salary");
        assertThat(again.out()).as(again.err()).contains("0 stand otherwise");
        demo.bridge().links().runDue();
        assertThat(demo.bridge().links().history("leavers-lose-cards", Optional.empty(), 10))
                .hasSize(1)
                .allMatch(run -> run.intent().isPresent());
    }

    @Test
    void givenUnknownOutcome_whenVerbsAsk_thenTheyFindItByTheRunningProgram() {
        String document = UUID.randomUUID().toString();
        Said done = ask("do", "cards.dismiss", "employee=" + UUID.randomUUID(), "--document", document);
        String id = LocalDoor.read(done.out()).get("intent").text().orElseThrow();

        assertThat(done.code()).isEqualTo(Main.PERSON);
        assertThat(ask("open")).satisfies(open -> {
            assertThat(open.code()).isEqualTo(Main.PERSON);
            assertThat(open.out()).contains(document, "need a person");
        });
        assertThat(ask("resolve", id, "--happened", "maybe", "--reason", "x").code())
                .isEqualTo(Main.WRONG);
        assertThat(ask("resolve", id, "--happened", "yes").code())
                .as("without a reason")
                .isEqualTo(Main.WRONG);
        assertThat(ask("resolve", id, "--happened", "no", "--reason", "no card at all"))
                .satisfies(settled -> {
                    assertThat(settled.code()).as(settled.err()).isZero();
                    assertThat(settled.out()).contains("refused");
                });
        assertThat(ask("history", document).out()).contains("no card at all", "refused");
        assertThat(ask("resolve", id, "--happened", "yes", "--reason", "late", "--without-looking"))
                .satisfies(second -> {
                    assertThat(second.code()).isEqualTo(Main.WRONG);
                    assertThat(second.err()).contains("first");
                });
        assertThat(ask("audit", "verify").code()).isEqualTo(Main.WRONG);
        assertThat(say("audit", "verify", "-c", demo.config().toString()).out()).contains("whole");
    }

    @Test
    void givenRunningProgram_whenDoctorLooks_thenReportHasNoSecretAndNoValue() {
        Said report = ask("doctor");

        assertThat(report.out()).contains("clock", "connections.bank", "journal");
        assertThat(report.out() + report.err())
                .doesNotContain(demo.key(), demo.bank().token(), Demo.EMPLOYEE);
    }

    @Test
    void givenMonitoring_whenItReads_thenEveryLineIsAMetricAndNoSecretIsInIt() throws Exception {
        HttpResponse<String> metrics = get(demo.page().resolve("/metrics"));

        assertThat(metrics.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(metrics.body().lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.matches("mostik_bridge_[a-z_]+(\\{[^}]*})? [-+0-9.eEIinfNa]+"));
        assertThat(metrics.body()).doesNotContain(demo.key(), demo.bank().token());
        assertThat(get(demo.page().resolve("/health/live")).statusCode()).isEqualTo(200);
        assertThat(get(demo.page().resolve("/health/ready")).body()).isEqualTo("ready\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/now, '', '', 401",
        "POST, /api/resolve, http://evil.example, '', 403",
        "POST, /api/resolve, null, '', 403",
        "POST, /api/login, '', '', 403",
        "GET, /../pom.xml, '', '', 404",
        "GET, /files/index.html, '', '', 404",
        "DELETE, /api/now, '', '', 405",
    })
    void givenStranger_whenAskingThePage_thenIsRefused(
            String method, String path, String origin, String unusedHost, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
                .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .header("Content-Type", "application/json");
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }

        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'", "require-trusted-types-for 'script'"));
    }

    @Test
    void givenOtherName_whenAskingThePage_thenItIsNotServed() throws Exception {
        URI page = URI.create(base());
        try (var socket = new java.net.Socket(page.getHost(), page.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void givenSessionWithoutToken_whenItChangesSomething_thenIsRefused() throws Exception {
        String key = demo.page().getFragment().substring(4);
        HttpResponse<String> login = HTTP.send(
                HttpRequest.newBuilder(URI.create(base() + "/api/login"))
                        .header("Content-Type", "application/json")
                        .header("Origin", base())
                        .POST(BodyPublishers.ofString("{\"key\":\"" + key + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();

        HttpResponse<String> changed = HTTP.send(
                HttpRequest.newBuilder(URI.create(base() + "/api/hold"))
                        .header("Content-Type", "application/json")
                        .header("Origin", base())
                        .header("Cookie", cookie.split(";")[0])
                        .POST(BodyPublishers.ofString("{\"reason\":\"x\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        assertThat(changed.statusCode()).isEqualTo(403);
        assertThat(demo.bridge().bridge().isHeld()).isFalse();
    }

    @Test
    void givenEmptyFolder_whenInitIsCalled_thenSettingsCanBeUsedAndNothingIsReplaced() throws IOException {
        String file = folder.resolve("mostik-bridge.yaml").toString();

        assertThat(say("init", "-c", file).code()).isZero();

        assertThat(say("check", "-c", file)).satisfies(check -> {
            assertThat(check.code()).as(check.err()).isZero();
            assertThat(check.out()).doesNotContain("warning");
        });
        assertThat(Files.readString(folder.resolve("base.key")).strip()).hasSize(64);
        assertThat(say("init", "-c", file).code()).isEqualTo(Main.WRONG);
        assertThat(say("open", "-c", file)).satisfies(open -> {
            assertThat(open.code()).as(open.err()).isZero();
            assertThat(open.out()).contains("0 waiting");
        });
    }

    @Test
    void givenSecondProgram_whenItTakesTheSameFolder_thenIsToldWhy() throws IOException {
        Path file = Files.writeString(
                folder.resolve("second.yaml"),
                "store: {url: \"h2:" + demo.config().resolveSibling("data") + "\"}\n");

        Said said = say("open", "-c", file.toString());

        assertThat(said.code()).isEqualTo(Main.FAILED);
        assertThat(said.err()).contains("another program has this folder open");
    }

    @Test
    void givenNewerTables_whenOpened_thenIsRefusedWithTheReason() throws Exception {
        String file = folder.resolve("mostik-bridge.yaml").toString();
        assertThat(say("init", "-c", file).code()).isZero();
        assertThat(say("open", "-c", file).code()).isZero();
        try (var connection = java.sql.DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("data/bridge") + ";MODE=PostgreSQL");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update mb_schema_version set version = 99"))
                    .isPositive();
        }

        Said said = say("open", "-c", file);

        assertThat(said.code()).isEqualTo(Main.FAILED);
        assertThat(said.err()).contains("newer release");
    }

    @Test
    void givenCopy_whenRestored_thenNothingIsSentUntilSomebodySaysSo() throws Exception {
        String file = folder.resolve("mostik-bridge.yaml").toString();
        assertThat(say("init", "-c", file).code()).isZero();
        Said copy = say("backup", "-c", file);
        assertThat(copy.code()).as(copy.err()).isZero();

        Said restored = say("restore", copy.out().strip(), "-c", file, "--reason", "the disk died");

        assertThat(restored.code()).as(restored.err()).isEqualTo(Main.PERSON);
        assertThat(say("open", "-c", file).out()).contains("nothing is sent: restored: the disk died");
        assertThat(say("audit", "verify", "-c", file).out()).contains("whole");
        assertThat(say("release", "-c", file, "--reason", "looked at the bank")).satisfies(released -> {
            assertThat(released.code()).isEqualTo(Main.WRONG);
            assertThat(released.err()).contains("from when");
        });
        assertThat(say("release", "-c", file, "--reason", "asked", "--from", "2020-01-01")
                        .code())
                .isEqualTo(Main.WRONG);
        assertThat(say("release", "-c", file, "--reason", "asked", "--from", "2020-01-01T03:00"))
                .satisfies(released ->
                        assertThat(released.code()).as(released.err()).isZero());
        assertThat(say("open", "-c", file).out()).doesNotContain("nothing is sent");
        assertThat(say("release", "-c", file, "--reason", "once more")).satisfies(released -> {
            assertThat(released.code()).isEqualTo(Main.WRONG);
            assertThat(released.err()).contains("sending is not held");
        });
    }

    /** A wrong file must not become an empty journal: the script lies beside the copy. */
    @ParameterizedTest
    @CsvSource({"script", "text", "no journal", "empty", "half", "other files", "nothing"})
    void givenFileThatIsNoCopy_whenRestored_thenTheJournalStays(String kind) throws Exception {
        String file = folder.resolve("mostik-bridge.yaml").toString();
        assertThat(say("init", "-c", file).code()).isZero();
        Path copy = Path.of(say("backup", "-c", file).out().strip());
        byte[] before = Files.readAllBytes(folder.resolve("data/bridge.mv.db"));

        Said restored = say("restore", wrong(kind, copy).toString(), "-c", file, "--reason", "x");

        assertThat(restored.code()).as(restored.err()).isIn(Main.WRONG, Main.FAILED);
        assertThat(restored.err()).contains("mostik-bridge: ").doesNotContain("null");
        assertThat(folder.resolve("data/bridge.mv.db")).hasBinaryContent(before);
        assertThat(say("open", "-c", file).out()).doesNotContain("nothing is sent");
        try (var left = Files.list(folder.resolve("data"))) {
            assertThat(left.map(each -> each.getFileName().toString())).noneMatch(name -> name.contains("restore"));
        }
    }

    private Path wrong(String kind, Path copy) throws Exception {
        Path made = folder.resolve("made.zip");
        return switch (kind) {
            case "script" -> Path.of(copy.toString().replace(".zip", ".sql.gz"));
            case "text" -> Files.writeString(made, "not a copy");
            case "no journal" -> {
                java.sql.DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("bridge"))
                        .close();
                yield zip(made, "bridge.mv.db", Files.readAllBytes(folder.resolve("bridge.mv.db")));
            }
            case "empty" -> zip(made, "bridge.mv.db", new byte[0]);
            case "half" -> {
                byte[] whole = Files.readAllBytes(copy);
                yield Files.write(made, Arrays.copyOf(whole, whole.length / 2));
            }
            case "other files" -> zip(made, "../bridge.mv.db", new byte[10]);
            default -> made;
        };
    }

    private static Path zip(Path made, String name, byte[] content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return made;
    }

    @Test
    void givenFilesPutBackByHand_whenStarted_thenItIsNoticedAndHeld() throws Exception {
        Path file = folder.resolve("mostik-bridge.yaml");
        assertThat(say("init", "-c", file.toString()).code()).isZero();
        Files.writeString(file, Files.readString(file).replaceAll("808[5-7]", "0"));
        RunningBridge.start(ConfigReader.read(file)).close();
        Path data = folder.resolve("data/bridge.mv.db");
        byte[] copy = Files.readAllBytes(data);
        try (RunningBridge running = RunningBridge.start(ConfigReader.read(file))) {
            running.bridge().decisions().append("admin", "look", "something", "it came after the copy");
        }

        Files.write(data, copy);
        try (RunningBridge running = RunningBridge.start(ConfigReader.read(file))) {
            assertThat(running.bridge().held()).hasValueSatisfying(held -> {
                assertThat(held.isRestored()).isTrue();
                assertThat(held.reason()).contains("put back from a copy");
            });
            assertThat(say("open", "-c", file.toString())).satisfies(open -> {
                assertThat(open.code()).isEqualTo(Main.PERSON);
                assertThat(open.out()).contains("put back from a copy");
            });
            assertThat(say("doctor", "-c", file.toString()).out()).contains("put back from a copy");
            assertThat(say("release", "-c", file.toString(), "--reason", "x", "--from", "2020-01-01T03:00")
                            .code())
                    .isZero();
        }
        try (RunningBridge running = RunningBridge.start(ConfigReader.read(file))) {
            assertThat(running.bridge().held()).isEmpty();
        }
    }

    @Test
    void givenRunningProgram_whenACopyIsRestored_thenItIsRefused() {
        Said copy = ask("backup");
        assertThat(copy.code()).as(copy.err()).isZero();

        Said restored = ask("restore", copy.out().strip(), "--reason", "x");

        assertThat(restored.code()).isEqualTo(Main.FAILED);
        assertThat(restored.err()).contains("another program has this folder open");
    }

    @Test
    void givenWrongSettings_whenChecked_thenEveryLineIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), """
            zone: Mars
            links:
            - {name: a, on: vcc.disposition, do: nothing}
            conections: {}
            """);

        Said said = say("check", "-c", file.toString());

        assertThat(said.code()).isEqualTo(Main.WRONG);
        assertThat(said.err()).contains("line 1, zone", "line 4, conections", "did you mean connections?");
    }

    private static String base() {
        return "http://" + demo.page().getAuthority();
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(demo.gateway().resolve(path))
                        .header("Authorization", "Bearer " + demo.key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
