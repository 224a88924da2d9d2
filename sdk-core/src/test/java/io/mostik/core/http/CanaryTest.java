package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Puts secrets everywhere a secret can be, lets everything go wrong at the finest log level, and looks for them. */
class CanaryTest {

    private static final List<String> CANARIES = List.of(
            "canary/+key=1", "canary-query-2", "canary-form-3", "canary-body-4", "4111111111111111", "+36301112233");
    private static final List<String> ENCODED = List.of("canary%2F%2Bkey%3D1", "dXNlcjpjYW5hcnkvK2tleT0x");

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @TempDir
    Path folder;

    private final StringWriter seen = new StringWriter();
    private final PrintWriter notes = new PrintWriter(seen, true);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            notes.println(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final List<Logger> loggers = List.of(Logger.getLogger("io.mostik"), Logger.getLogger("jdk.httpclient"));

    @BeforeEach
    void logEverything() {
        for (Logger logger : loggers) {
            logger.setLevel(Level.ALL);
            logger.addHandler(handler);
        }
    }

    @AfterEach
    void logAsBefore() {
        for (Logger logger : loggers) {
            logger.setLevel(null);
            logger.removeHandler(handler);
        }
    }

    @Test
    void givenSecretsEverywhere_whenEverythingFails_thenNoneIsShown() {
        letEverythingGoWrong(ApiRequest::toString, ApiResponse::toString);

        assertThat(seen.toString().lines().filter(line -> line.contains("things.create")))
                .hasSizeGreaterThan(20);
        assertThat(hits(seen.toString())).isEmpty();
    }

    @Test
    void givenRedactionOff_whenEverythingFails_thenFindsEverySecret() {
        letEverythingGoWrong(CanaryTest::raw, answer -> answer.body().text());

        assertThat(hits(seen.toString())).containsAll(CANARIES).containsAll(ENCODED);
    }

    @Test
    void givenFlightRecording_whenEverythingFails_thenHoldsNoSecret() throws Exception {
        Path file = folder.resolve("canary.jfr");

        record(file, () -> letEverythingGoWrong(ApiRequest::toString, ApiResponse::toString));

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("io.mostik.Call"))
                .extracting(event -> event.getString("operation"))
                .hasSize(6)
                .containsOnly("things.create");
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("io.mostik.Exchange"))
                .filteredOn(event -> event.getString("operation").equals("things.create"))
                .extracting(event -> event.getInt("status"))
                .contains(200, 400, 302, 503, 0);
        assertThat(hits(Files.readString(file, StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void givenRawFlightRecording_whenSearched_thenSecretsAreFound() throws Exception {
        Path file = folder.resolve("raw.jfr");

        record(file, () -> letEverythingGoWrong(CanaryTest::recordedRaw, ApiResponse::toString));

        assertThat(hits(Files.readString(file, StandardCharsets.ISO_8859_1)))
                .contains("canary-query-2", "canary-form-3");
    }

    /** Prints what the last station sees with the given words. */
    private void letEverythingGoWrong(Function<ApiRequest, String> sent, Function<ApiResponse, String> received) {
        String echo = String.join(" ", CANARIES) + " canary%2F%2Bkey%3D1";
        List<Runnable> answers = List.of(
                () -> vendor.answers(200, "{\"echo\":\"" + echo + "\"}"),
                () -> vendor.answers(200, "not json " + echo),
                () -> vendor.answers(400, echo),
                () -> vendor.answers(302, "Location", "http://elsewhere.example/?k=canary-query-2", ""),
                () -> vendor.answers(503, echo),
                vendor::dropsAnswer);
        for (Runnable answer : answers) {
            answer.run();
            try (SdkRuntime runtime = SdkRuntime.create()) {
                ClientConfig plain =
                        ClientConfig.builder().baseUri(vendor.uri()).build();
                Transport wire = runtime.transport(plain);
                call(request -> {
                    notes.println(sent.apply(request));
                    ApiResponse response = wire.send(request);
                    notes.println(received.apply(response));
                    return response;
                });
            }
        }
    }

    private static List<String> hits(String text) {
        return Stream.concat(CANARIES.stream(), ENCODED.stream())
                .filter(text::contains)
                .toList();
    }

    private static String raw(ApiRequest request) {
        return request.address() + " "
                + request.headers().stream().map(Field::value).toList() + " "
                + new String(request.body().bytes(), StandardCharsets.UTF_8);
    }

    private static String recordedRaw(ApiRequest request) {
        RawEvent event = new RawEvent();
        event.text = raw(request);
        event.commit();
        return request.toString();
    }

    private static void record(Path file, Runnable work) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(CallEvent.class);
            recording.enable(ExchangeEvent.class);
            recording.enable(RawEvent.class);
            recording.enable("jdk.JavaExceptionThrow");
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
    }

    /** What a careless event would tell. */
    @Name("io.mostik.test.Raw")
    static final class RawEvent extends Event {
        String text = "";
    }

    private void call(Transport wire) {
        CallListener listener = new CallListener() {
            @Override
            public void onExchange(Exchange exchange) {
                notes.println(exchange);
            }

            @Override
            public void onCall(Finished finished) {
                notes.println(finished);
            }
        };
        Authorizer both = request -> Authorizer.query("key", Secret.of("canary-query-2"))
                .authorize(Authorizer.basic("user", Secret.of("canary/+key=1")).authorize(request));
        ClientConfig config = ClientConfig.builder()
                .baseUri(vendor.uri())
                .listener(listener)
                .time(new ManualTime())
                .transport(wire)
                .around(next -> request -> {
                    notes.println(request);
                    ApiResponse response = next.send(request);
                    notes.println(response);
                    return response;
                })
                .build();
        try (ApiClient client = ApiClient.builder(config).authorizer(both).build()) {
            Call<Json> call = client.call(Endpoint.once("things.create", "POST", "/things", Json.class))
                    .form(Map.of("token", Secret.of("canary-form-3")))
                    .hiding(Secret.of("canary-body-4"));
            notes.println(call + " " + client + " " + config);
            notes.println(call.send());
        } catch (SdkException e) {
            e.printStackTrace(notes);
            notes.println(e.failure());
        }
    }
}
