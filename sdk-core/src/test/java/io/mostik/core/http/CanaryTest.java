package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Puts secrets everywhere a secret can be, lets everything go wrong at the finest log level, and looks for them. */
class CanaryTest {

    private static final List<String> CANARIES = List.of(
            "canary/+key=1", "canary-query-2", "canary-form-3", "canary-body-4", "4111111111111111", "+36301112233");

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

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
            call();
        }

        List<String> hits = seen.toString()
                .lines()
                .filter(line -> line.contains("canary%2F") || CANARIES.stream().anyMatch(line::contains))
                .toList();
        assertThat(seen.toString().lines().filter(line -> line.contains("things.create")))
                .hasSizeGreaterThan(20);
        assertThat(hits).isEmpty();
    }

    private void call() {
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
