package io.mostik.examples.onec;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Asks the bridge as a 1C base would. */
final class OnecCaller {

    static final String KEY = "the key of the tests";

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI bridge;

    OnecCaller(URI bridge) {
        this.bridge = bridge;
    }

    /** What the bridge answered. */
    record Answer(int status, Json json) {

        String text(String key) {
            return json.get(key).text().orElse("");
        }

        boolean isFinal() {
            return !text("state").equals("started");
        }
    }

    Answer post(String path, Map<String, ?> fields) throws IOException, InterruptedException {
        return post(path, "application/json", JSON.write(fields));
    }

    Answer post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(bridge.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + KEY);
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), JSON.read(JsonType.of(Json.class), response.body()));
    }
}
