package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.bridge.server.store.ServerDatabase;
import io.mostik.core.TimeSource;
import io.mostik.core.test.TcpRelay;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a process of its own on a PostgreSQL that goes away for a while, as when it is restarted. {@code
 * -Dmostik.bridge.program.outages} says how often.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ProgramOnPostgresTest {

    private static final String KEY = "k".repeat(40);
    private static final int OUTAGES = Integer.getInteger("mostik.bridge.program.outages", 1);
    private static final Duration OUTAGE = Duration.ofSeconds(9);
    private static final Duration LONGEST_REFUSAL = Duration.ofSeconds(14);
    private static final int CALLERS = 6;
    private static final Duration BETWEEN = Duration.ofMillis(400); // a base may ask 20 times a second
    private static final int MOST_TRIES = 300;

    private final TBankSimulator bank = TBankSimulator.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger documents = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong longestRefusal = new AtomicLong();
    private final String name = "mostik_bridge_" + UUID.randomUUID().toString().replace("-", "");
    private final List<AutoCloseable> opened = new ArrayList<>(List.<AutoCloseable>of(bank, callers::shutdownNow));
    private volatile boolean isSending = true;

    @TempDir
    Path folder;

    private URI server = URI.create("postgresql://none");
    private URI gateway = server;
    private URI page = server;
    private TcpRelay relay = TcpRelay.to("127.0.0.1", 1);

    @BeforeEach
    void open() throws SQLException {
        String url = System.getenv("MOSTIK_TEST_POSTGRES_URL");
        Assumptions.assumeTrue(url != null, "no PostgreSQL: to run this test, set MOSTIK_TEST_POSTGRES_URL");
        server = URI.create(url.substring("jdbc:".length()));
        relay.close();
        relay = TcpRelay.to(server.getHost(), server.getPort());
        opened.add(relay);
        execute(server, "create database " + name);
        opened.add(() -> execute(server, "drop database " + name + " with (force)"));
    }

    @AfterEach
    void close() throws Exception {
        isSending = false;
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    /** What a verb said, and how it ended. */
    private record Said(int code, String text) {}

    @Test
    void givenKilledProgram_whenStartedAgain_thenVerbsAndCallersFindAll() throws Exception {
        Path config = config();
        Process killed = start(config);
        String card = String.valueOf(bank.addPlastic(TBankSimulator.ACCOUNT, "COURIER ONE"));
        String grant =
                "{\"document\":\"d-1\",\"card\":\"" + card + "\",\"order\":\"1001\",\"sum\":\"100\",\"wait\":\"20\"}";
        HttpResponse<String> first = post("cards.limit.grant", grant);
        assertThat(first.body()).contains("\"state\":\"done\"");
        killed.destroyForcibly().waitFor();
        assertThat(verb("open", config).text()).as("of a dead program").contains("0 waiting");

        start(config);
        HttpResponse<String> again = post("cards.limit.grant", grant);

        assertThat(again.body()).contains("\"state\":\"done\"", "\"earlier\":true");
        assertThat(bank.grantedTotal(Long.parseLong(card))).isEqualByComparingTo("100");
        assertThat(verb("history", config, "d-1").text()).contains("d-1", "done");
        assertThat(verb("doctor", config).text()).contains("clock", "journal").doesNotContain(KEY, bank.token());
        assertThat(verb("backup", config)).satisfies(said -> {
            assertThat(said.code()).isNotZero();
            assertThat(said.text()).contains("pg_dump", "hold");
        });
        assertThat(verb("restore", config, "any.zip", "--reason", "x")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(Main.WRONG);
            assertThat(said.text()).contains("PostgreSQL", "mostik-bridge hold");
        });
        assertThat(verb("hold", config, "--reason", "restored").code()).isZero();
        assertThat(verb("open", config).text()).contains("nothing is sent: restored");
        assertThat(verb("release", config, "--reason", "looked at the bank").code())
                .isZero();
        assertThat(verb("open", config).text()).doesNotContain("nothing is sent");
    }

    @Test
    void givenDatabaseAway_whenAskedAgain_thenEachDocumentIsThereOnce() throws Exception {
        start(config());
        List<Future<Map<String, String>>> sent = new ArrayList<>();
        Callable<Map<String, String>> caller = this::send;
        for (int i = 0; i < CALLERS; i++) {
            sent.add(callers.submit(caller));
        }
        for (int outage = 0; outage < OUTAGES; outage++) {
            pass(Duration.ofMillis(500));
            blink();
            relay.cut();
            pass(OUTAGE);
            assertThat(get(page.resolve("/health/ready")).statusCode()).isEqualTo(503);
            relay.mend();
            pass(Duration.ofMillis(500));
        }
        isSending = false;
        Map<String, String> ids = new HashMap<>();
        for (Future<Map<String, String>> one : sent) {
            ids.putAll(one.get());
        }

        for (String document : ids.keySet()) {
            HttpResponse<String> end = note(document, 20);
            assertThat(end.body()).contains("\"state\":\"done\"", "\"earlier\":true", ids.get(document));
        }
        System.out.println("the program on PostgreSQL, away " + OUTAGES + " times: " + ids.size() + " documents, "
                + refused + " answers 503 ask_again, the slowest after " + longestRefusal.get() / 1_000_000
                + " ms, lost 0, doubled 0");
        assertThat(refused.get()).isPositive();
        assertThat(longestRefusal.get()).isLessThan(LONGEST_REFUSAL.toNanos());
        assertThat(count("select count(*) from mb_intent")).isEqualTo(ids.size());
        assertThat(count("select count(*) from mb_intent where event > 0")).isEqualTo(ids.size());
        assertThat(get(page.resolve("/health/ready")).statusCode()).isEqualTo(200);
    }

    @Test
    void givenFrozenProgram_whenItHoldsLocks_thenTheServerFreesThem() throws Exception {
        try (ServerDatabase database =
                        ServerDatabase.open(ConfigReader.read(config()).store(), 1);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show idle_in_transaction_session_timeout")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("30s");
        }
    }

    private void blink() throws InterruptedException {
        for (int times = 0; times < 20; times++) {
            relay.blink();
            pass(Duration.ofMillis(30));
        }
    }

    /** Sends documents one after another, each until it is accepted; returns their ids. */
    private Map<String, String> send() throws Exception {
        Map<String, String> ids = new HashMap<>();
        while (isSending) {
            String document = "d-" + documents.getAndIncrement();
            HttpResponse<String> answer = note(document, 0);
            for (int tries = 1; answer.statusCode() == 503; tries++) {
                assertThat(tries).isLessThan(MOST_TRIES);
                assertThat(answer.body()).contains("\"next_step\":\"ask_again\"", "\"happened\":\"unknown\"");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                pass(Duration.ofMillis(100));
                answer = note(document, 0);
            }
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
            ids.put(document, LocalDoor.read(answer.body()).get("intent").text().orElseThrow());
            pass(BETWEEN);
        }
        return ids;
    }

    private HttpResponse<String> note(String document, int wait) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = post(
                "cards.holder.note",
                "{\"document\":\"" + document + "\",\"card\":\"" + TBankSimulator.VIRTUAL_CARD + "\",\"employee\":\"e-"
                        + document + "\",\"wait\":\"" + wait + "\"}");
        if (answer.statusCode() == 503) {
            int unused = refused.incrementAndGet();
            long unusedLongest = longestRefusal.accumulateAndGet(System.nanoTime() - begin, Math::max);
        }
        return answer;
    }

    private HttpResponse<String> post(String action, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(gateway.resolve("/v1/actions/" + action))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private Path config() throws IOException {
        Files.writeString(folder.resolve("base.key"), KEY);
        Files.writeString(folder.resolve("bank.token"), bank.token());
        Files.writeString(folder.resolve("postgres.password"), environment("MOSTIK_TEST_POSTGRES_PASSWORD"));
        return Files.writeString(folder.resolve("mostik-bridge.yaml"), """
            store: {url: "postgresql://127.0.0.1:%d/%s", user: "%s", password: "file:postgres.password"}
            listen: {gateway: "127.0.0.1:0", page: "127.0.0.1:0"}
            bases: [{name: zup, key: "file:base.key", may: [cards.*]}]
            connections: {bank: {vendor: tbank, address: "%s", secured: "%s", token: "file:bank.token"}}
            """.formatted(
                relay.port(), name, environment("MOSTIK_TEST_POSTGRES_USER"), bank.ordinaryUri(), bank.securedUri()));
    }

    private Process start(Path config) throws IOException {
        Process program = new ProcessBuilder(
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
        opened.add(() -> program.destroyForcibly().waitFor());
        BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("gateway: ")) {
                gateway = URI.create(line.substring(9));
            }
            if (line.startsWith("page: ")) {
                page = URI.create(line.substring(6));
            }
            if (line.startsWith("The bridge runs")) {
                return program;
            }
        }
        throw new AssertionError("it did not start: " + Files.readString(folder.resolve("errors")));
    }

    private static Said verb(String verb, Path config, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(verb, "-c", config.toString()));
        arguments.addAll(List.of(more));
        int code = Main.run(stream, stream, arguments.toArray(String[]::new));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = connect(server.resolve("/" + name));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }

    private static void execute(URI database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    private static Connection connect(URI database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + database,
                environment("MOSTIK_TEST_POSTGRES_USER"),
                environment("MOSTIK_TEST_POSTGRES_PASSWORD"));
    }

    private static String environment(String variable) {
        return System.getenv().getOrDefault(variable, "");
    }

    private static void pass(Duration pause) throws InterruptedException {
        TimeSource.system().sleep(pause);
    }
}
