package io.mostik.datahub.airbyte;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.core.AuthException;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.datahub.HubConnection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A source of the Airbyte protocol, version 0: {@code spec}, {@code check --config FILE}, {@code discover --config FILE},
 * {@code read --config FILE --catalog FILE [--state FILE]}. Messages are lines of JSON on the standard output, nothing else
 * is. Streams are orders as records of the hub, people (employees, where the CRM names them), stage history and deletions.
 *
 * <p>States come after each page and cover the records before them. An order that no longer passes the filter, or has gone,
 * comes as a row with its id and {@code deleted_at}. Whatever is said about a failure holds no key.
 *
 * @see <a href="https://docs.airbyte.com/understanding-airbyte/airbyte-protocol">the protocol</a>
 */
public final class AirbyteSource {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final int FAILED = 1;
    private static final String DOCUMENTATION = "https://docs.airbyte.com/integrations/custom-connectors";

    private final AirbyteOutput out;
    private final TimeSource time;
    private final Consumer<ClientConfig.Builder> http;

    AirbyteSource(PrintStream out, TimeSource time, Consumer<ClientConfig.Builder> http) {
        this.out = new AirbyteOutput(out, time);
        this.time = time;
        this.http = http;
    }

    /** Runs a command, and ends with 1 if {@code discover} or {@code read} failed. */
    public static void main(String[] args) {
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        System.setOut(System.err);
        int code = new AirbyteSource(messages, TimeSource.system(), http -> {}).run(args);
        messages.flush();
        if (code != 0) {
            System.exit(code);
        }
    }

    int run(String... args) {
        try {
            String command = args.length == 0 ? "" : args[0];
            Map<String, String> options = options(args);
            switch (command) {
                case "spec" -> spec();
                case "check" -> check(options);
                case "discover" -> discover(options);
                case "read" -> read(options);
                default -> throw new IllegalArgumentException("the command must be spec, check, discover or read");
            }
            return 0;
        } catch (AuthException | IllegalArgumentException e) {
            out.error(words(e), e.getClass().getName(), "config_error");
        } catch (SdkException e) {
            out.error(words(e), e.getClass().getName(), e.failure().temporary() ? "transient_error" : "system_error");
        } catch (RuntimeException | IOException e) {
            out.error(words(e), e.getClass().getName(), "system_error");
        }
        return FAILED;
    }

    private static String words(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    private static Map<String, String> options(String... args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private void spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("protocol_version", "0.3.2");
        spec.put("documentationUrl", DOCUMENTATION);
        spec.put("supportsIncremental", true);
        spec.put("connectionSpecification", AirbyteConfig.specification());
        out.message("SPEC", "spec", spec);
    }

    private void check(Map<String, String> options) throws IOException {
        Map<String, Object> status = new LinkedHashMap<>();
        try {
            connect(config(options)).close();
            status.put("status", "SUCCEEDED");
        } catch (SdkException | IllegalArgumentException e) {
            status.put("status", "FAILED");
            status.put("message", words(e));
        }
        out.message("CONNECTION_STATUS", "connectionStatus", status);
    }

    private void discover(Map<String, String> options) throws IOException {
        AirbyteConfig config = config(options);
        List<Map<String, Object>> streams = new ArrayList<>();
        try (HubConnection hub = connect(config)) {
            for (AirbyteStream stream : AirbyteStream.values()) {
                if (stream != AirbyteStream.PEOPLE
                        || !hub.dictionaries().employees().isEmpty()) {
                    streams.add(stream.described(config.settings().allColumns()));
                }
            }
        }
        out.message("CATALOG", "catalog", Map.of("streams", streams));
    }

    private void read(Map<String, String> options) throws IOException {
        AirbyteConfig config = config(options);
        Json catalog = json(options, "--catalog");
        Map<String, String> states = options.containsKey("--state") ? states(json(options, "--state")) : Map.of();
        try (HubConnection hub = connect(config)) {
            AirbyteRead read = new AirbyteRead(hub, config.settings().allColumns(), out, time);
            for (Json configured : catalog.get("streams").elements()) {
                AirbyteStream stream =
                        stream(configured.at("stream", "name").text().orElse(""));
                boolean goesOn = configured
                        .get("sync_mode")
                        .text()
                        .filter("incremental"::equals)
                        .isPresent();
                read.stream(stream, Optional.ofNullable(goesOn ? states.get(stream.word()) : null));
            }
        }
    }

    private static AirbyteStream stream(String word) {
        for (AirbyteStream stream : AirbyteStream.values()) {
            if (stream.word().equals(word)) {
                return stream;
            }
        }
        throw new IllegalArgumentException("the catalog names the stream '" + word + "', which does not exist");
    }

    /** A state file holds one state for each stream. */
    private static Map<String, String> states(Json file) {
        Map<String, String> states = new HashMap<>();
        for (Json state : file.elements()) {
            Json stream = state.get("stream");
            stream.at("stream_descriptor", "name")
                    .text()
                    .ifPresent(name -> stream.at("stream_state", "position")
                            .text()
                            .ifPresent(position -> states.put(name, position)));
        }
        return states;
    }

    private HubConnection connect(AirbyteConfig config) {
        HubConnection hub = HubConnection.builder(StateStore.inMemory(time), config.connector())
                .time(time)
                .build();
        try {
            hub.connect(config.key());
            hub.configure(config.settings());
            return hub;
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    private AirbyteConfig config(Map<String, String> options) throws IOException {
        return AirbyteConfig.of(json(options, "--config"), http);
    }

    private static Json json(Map<String, String> options, String name) throws IOException {
        String file = options.get(name);
        if (file == null) {
            throw new IllegalArgumentException(name + " FILE is missing");
        }
        try {
            return JSON.read(ANY, Files.readAllBytes(Path.of(file)));
        } catch (JsonException e) {
            throw new IllegalArgumentException(name + " is no JSON", e);
        }
    }
}
