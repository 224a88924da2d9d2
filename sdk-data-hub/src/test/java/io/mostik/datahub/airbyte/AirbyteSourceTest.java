package io.mostik.datahub.airbyte;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.core.http.RateLimit;
import io.mostik.datahub.VendorTime;
import io.mostik.testing.bitrix24.Bitrix24Simulator;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, as an engine runs it. Each line is validated by a small schema of our own, and by the published one where
 * {@code -Dmostik.airbyte.schema=FILE} names it.
 */
class AirbyteSourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Optional<String> PUBLISHED = Optional.ofNullable(System.getProperty("mostik.airbyte.schema"));

    private final RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
    private final Bitrix24Simulator portal = Bitrix24Simulator.start();

    @TempDir
    Path folder;

    private int exit;

    @BeforeEach
    void open() {
        vendor.unlimited();
        for (int i = 0; i < 120; i++) {
            vendor.seedOrder(seed -> seed.status(5100205).location(3301).item(501, "1", "100.00", "40.00"));
        }
        vendor.clock().advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        vendor.close();
        portal.close();
    }

    private Path file(String name, String json) {
        try {
            return Files.writeString(folder.resolve(name), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String config(String key) {
        return file(
                        "config.json",
                        "{\"connector\":\"remonline\",\"key\":\"" + key + "\",\"base_url\":\"" + vendor.v2Uri()
                                + "\",\"settings\":\"{\\\"calculation\\\":{\\\"cost\\\":\\\"{order.cost}\\\"},"
                                + "\\\"columns\\\":[\\\"manager\\\",\\\"paid\\\"]}\"}")
                .toString();
    }

    private String config() {
        return config(vendor.apiKey());
    }

    private String bitrix() {
        return file(
                        "bitrix.json",
                        "{\"connector\":\"bitrix24\",\"key\":\"" + portal.webhook()
                                + "\",\"own_fields\":[\"ufCrm_17\"]}")
                .toString();
    }

    private String catalog(String... streams) {
        List<String> configured = new ArrayList<>();
        for (String stream : streams) {
            configured.add("{\"stream\":{\"name\":\"" + stream
                    + "\"},\"sync_mode\":\"incremental\",\"destination_sync_mode\":\"append_dedup\"}");
        }
        return file("catalog.json", "{\"streams\":[" + String.join(",", configured) + "]}")
                .toString();
    }

    private String state(List<JsonNode> messages) {
        Map<String, String> last = new LinkedHashMap<>();
        of("STATE", messages)
                .forEach(each -> last.put(
                        each.at("/state/stream/stream_descriptor/name").asText(),
                        each.get("state").toString()));
        return file("state.json", last.values().toString()).toString();
    }

    private List<JsonNode> run(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VendorTime time = new VendorTime(vendor.clock());
        exit = new AirbyteSource(
                        new PrintStream(bytes, true, UTF_8),
                        time,
                        http -> http.time(time).rateLimit(RateLimit.none()))
                .run(args);
        List<JsonNode> messages = new ArrayList<>();
        SmallSchema own = new SmallSchema(own());
        Optional<SmallSchema> published = PUBLISHED.map(path -> new SmallSchema(SmallYaml.read(text(Path.of(path)))));
        bytes.toString(UTF_8).lines().forEach(line -> {
            JsonNode message = parse(line);
            assertThat(own.problems(own.root(), message)).as(line).isEmpty();
            published.ifPresent(
                    schema -> assertThat(schema.problems(schema.root().at("/definitions/AirbyteMessage"), message))
                            .as(line)
                            .isEmpty());
            messages.add(message);
        });
        published.ifPresent(schema ->
                System.out.println(messages.size() + " lines of " + args[0] + " are valid by the published schema"));
        return messages;
    }

    private static JsonNode own() {
        try (InputStream schema = AirbyteSourceTest.class.getResourceAsStream("/airbyte/messages.json")) {
            return JSON.readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> of(String type, List<JsonNode> messages) {
        return messages.stream()
                .filter(each -> each.get("type").asText().equals(type))
                .toList();
    }

    private static List<JsonNode> records(String stream, List<JsonNode> messages) {
        return of("RECORD", messages).stream()
                .filter(each -> each.at("/record/stream").asText().equals(stream))
                .map(each -> each.at("/record/data"))
                .toList();
    }

    @Test
    void givenSpec_whenRun_thenTheKeyIsSecret() {
        List<JsonNode> messages = run("spec");

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0)
                        .at("/spec/connectionSpecification/properties/key/airbyte_secret")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void givenKeys_whenChecked_thenOnlyTheRightOneSucceeds() {
        assertThat(run("check", "--config", config())
                        .get(0)
                        .at("/connectionStatus/status")
                        .asText())
                .isEqualTo("SUCCEEDED");
        JsonNode refused =
                run("check", "--config", config("wrong-key-0001")).get(0).get("connectionStatus");

        assertThat(refused.get("status").asText()).isEqualTo("FAILED");
        assertThat(refused.toString()).doesNotContain("wrong-key-0001");
        assertThat(exit).isZero();
    }

    @Test
    void givenColumns_whenDiscovered_thenSchemaHasThem() {
        JsonNode streams = run("discover", "--config", config()).get(0).at("/catalog/streams");

        assertThat(streams)
                .extracting(each -> each.get("name").asText())
                .containsExactly("orders", "people", "stage_history", "deletions");
        JsonNode properties = streams.get(0).at("/json_schema/properties");
        assertThat(properties.at("/manager/type/0").asText()).isEqualTo("string");
        assertThat(properties.at("/paid/type/0").asText()).isEqualTo("number");
        assertThat(properties.at("/modified_at/airbyte_type").asText()).isEqualTo("timestamp_with_timezone");
    }

    @Test
    void givenAllStreams_whenReadAndReadAgain_thenOnlyNewsCome() {
        String catalog = catalog("orders", "people", "stage_history", "deletions");
        List<JsonNode> first = run("read", "--config", config(), "--catalog", catalog);
        long gone = records("orders", first).get(0).get("order_id").asLong();
        long moved = records("orders", first).get(1).get("order_id").asLong();
        vendor.deleteOrder(gone);
        vendor.clock().advance(Duration.ofHours(1));
        vendor.editOrder(moved, seed -> seed.status(5100201));

        List<JsonNode> second = run("read", "--config", config(), "--catalog", catalog, "--state", state(first));

        assertThat(exit).isZero();
        assertThat(records("orders", first))
                .hasSize(120)
                .allMatch(row -> row.get("cost").decimalValue().intValueExact() == 40);
        assertThat(records("people", first)).isNotEmpty();
        assertThat(records("stage_history", first)).hasSize(120);
        assertThat(records("deletions", first)).isEmpty();
        assertThat(of("STATE", first)).hasSizeGreaterThan(4);
        assertThat(records("orders", second))
                .extracting(row -> row.get("order_id").asLong())
                .containsExactly(moved);
        assertThat(records("stage_history", second))
                .extracting(row -> row.get("status_id").asText())
                .containsExactly("5100201");
        assertThat(records("deletions", second))
                .extracting(row -> row.get("order_id").asLong())
                .containsExactly(gone);
    }

    @Test
    void givenWrongKey_whenRead_thenIsAConfigError() {
        List<JsonNode> messages = run("read", "--config", config("wrong-key-0001"), "--catalog", catalog("orders"));

        assertThat(exit).isEqualTo(1);
        assertThat(messages.get(0).at("/trace/error/failure_type").asText()).isEqualTo("config_error");
        assertThat(messages.toString()).doesNotContain("wrong-key-0001");
    }

    @Test
    void givenVendorThatFails_whenRead_thenStreamIsIncomplete() {
        vendor.faults().answer(500).times(20).on("GET", "/v2/orders");

        List<JsonNode> messages = run("read", "--config", config(), "--catalog", catalog("orders"));

        assertThat(exit).isEqualTo(1);
        assertThat(messages.toString()).contains("INCOMPLETE", "transient_error");
    }

    @Test
    void givenBitrix24_whenRead_thenHistoryIsTheVendors() {
        long id = portal.deal("NEW", "100.00", deal -> deal.with("ufCrm_17", 5));
        portal.clock().advance(Duration.ofHours(1));
        portal.move(id, "WON");

        List<JsonNode> messages =
                run("read", "--config", bitrix(), "--catalog", catalog("orders", "stage_history", "deletions"));
        portal.delete(id);
        List<JsonNode> second =
                run("read", "--config", bitrix(), "--catalog", catalog("deletions"), "--state", state(messages));

        assertThat(records("orders", messages)).hasSize(1);
        assertThat(records("stage_history", messages))
                .extracting(row -> row.get("status_id").asText() + row.get("observed"))
                .containsExactly("NEWfalse", "WONfalse");
        assertThat(records("deletions", second)).hasSize(1);
        assertThat(run("discover", "--config", bitrix()).get(0).findValuesAsText("name"))
                .doesNotContain("people");
    }
}
