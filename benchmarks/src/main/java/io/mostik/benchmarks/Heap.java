package io.mostik.benchmarks;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Download;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.webhooks.RecordingFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** P6: one big body, in a JVM whose heap whoever starts it has chosen. Ends with 0 when it went well. */
public final class Heap {

    private static final Endpoint<Json> AUDIO = Endpoint.read("audio.get", "GET", "/audio/{size}/wav", Json.class);
    private static final long LARGEST = 400L * 1024 * 1024;

    private Heap() {}

    /** Takes the server's address, {@code download} or {@code push}, and the megabytes. */
    public static void main(String[] arguments) throws IOException {
        String host = arguments[0].substring(0, arguments[0].indexOf("/v2"));
        Path folder = Files.createTempDirectory("mostik-heap");
        try {
            run(host, arguments[1], Long.parseLong(arguments[2]) * 1_000_000, folder);
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    static void run(String host, String what, long bytes, Path folder) {
        if (what.equals("download")) {
            try (ApiClient client = client(host)) {
                download(client, bytes, folder);
            }
        } else {
            push(bytes, folder);
        }
    }

    static ApiClient client(String host) {
        return ApiClient.builder(ClientConfig.builder().baseUri(host).build()).build();
    }

    static void download(ApiClient client, long bytes, Path folder) {
        client.call(AUDIO).path("size", bytes).download(Download.to(folder.resolve("audio.wav")));
    }

    private static void push(long bytes, Path folder) {
        PbxWebhooks hooks = PbxWebhooks.builder()
                .secret(Secret.of("k-1234"))
                .recordings(RecordingFolder.at(folder).atMost(LARGEST))
                .largestPush(LARGEST)
                .build();
        StreamingWebhookRequest request = StreamingWebhookRequest.of(
                new WebhookRequest(
                        "POST", "apikey=k-1234", Map.of("Content-Type", List.of("application/json")), new byte[0]),
                new AudioPush(bytes));
        try {
            int status = hooks.callData().endpoint(call -> {}).handle(request).status();
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void empty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
