package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long recording within the data of a call, in a JVM with a small heap. {@code -Dmostik.recording.mb} says how long. */
@Tag("faults")
class SmallHeapTest {

    private static final long MEGABYTES = Long.getLong("mostik.recording.mb", 100);
    private static final long MEGABYTE = 1024L * 1024;
    private static final String HEAP = "-Xmx32m";

    @TempDir
    Path folder;

    @Test
    void givenRecordingLargerThanTheHeap_whenStreamed_thenIsKeptWhole() throws Exception {
        Path output = folder.resolve("output.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Receiver.class.getName(),
                        Files.createDirectory(folder.resolve("recordings")).toString(),
                        Long.toString(MEGABYTES))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains("200 OK", (MEGABYTES * MEGABYTE) + " bytes");
        assertThat(child.exitValue()).isZero();
    }

    /** What runs in the small heap. */
    static final class Receiver {

        private Receiver() {}

        public static void main(String[] arguments) throws IOException {
            long bytes = Long.parseLong(arguments[1]) * MEGABYTE;
            long letters = bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : bytes % 3 + 1);
            WebhookEndpoint hook = PbxWebhooks.builder()
                    .secret(Secret.of("k-1234"))
                    .recordings(RecordingFolder.at(Path.of(arguments[0])).atMost(Long.MAX_VALUE))
                    .largestPush(Long.MAX_VALUE)
                    .build()
                    .callData()
                    .endpoint((CallData data) -> report(
                            data.calls().get(0).recording().orElseThrow().file().orElseThrow()));
            long begin = System.nanoTime();
            var reply = hook.handle(StreamingWebhookRequest.of(
                    new WebhookRequest(
                            "POST", "apikey=k-1234", Map.of("Content-Type", List.of("application/json")), new byte[0]),
                    new EndlessBase64(letters, "{\"call\":{\"id\":\"c-1\"},\"recording\":{\"data\":\"#\"}}")));
            System.out.println(reply.status() + " " + reply.body() + " in "
                    + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms, heap "
                    + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB");
        }

        private static void report(Path file) {
            System.out.println(file.toFile().length() + " bytes");
        }
    }
}
