package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** However a call ends, the flight recorder has it once. */
class FlightEndsTest {

    private static final Endpoint<Json> GET = Endpoint.read("flight.get", "GET", "/things", Json.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @TempDir
    Path folder;

    private Supplier<Secret> token = () -> Secret.of("canary-token");

    @Test
    void givenEveryKindOfEnd_whenRecorded_thenEachIsOneEvent() throws IOException {
        vendor.answers(200, "{}").answers(503, "").answers(404, "{}");
        Path file = folder.resolve("ends.jfr");
        ClientConfig config = ClientConfig.builder()
                .baseUri(vendor.uri())
                .time(new ManualTime())
                .build();
        try (Recording recording = new Recording();
                ApiClient client = ApiClient.builder(config)
                        .authorizer(Authorizer.bearer("account", () -> token.get()))
                        .build()) {
            recording.enable("io.mostik.Call");
            recording.start();
            Json unused = client.call(GET).send();
            Throwable unusedRefusal = catchThrowable(() -> client.call(GET).send());
            token = () -> {
                throw new IllegalStateException("the embedder's own");
            };
            Throwable unusedBreak = catchThrowable(() -> client.call(GET).send());
            recording.stop();
            recording.dump(file);
        }

        assertThat(RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals("io.mostik.Call"))
                        .filter(event -> event.getString("operation").equals("flight.get"))
                        .map(FlightEndsTest::told))
                .containsExactly("1 ", "2 REJECTED", "1 UNKNOWN");
    }

    private static String told(RecordedEvent event) {
        return event.getInt("attempts") + " " + event.getString("outcome");
    }
}
