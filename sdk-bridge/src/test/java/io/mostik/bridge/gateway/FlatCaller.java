package io.mostik.bridge.gateway;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a gateway as a base would. */
final class FlatCaller {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI gateway;
    private final String key;

    FlatCaller(URI gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** What the gateway answered. */
    record Answer(int status, HttpResponse<byte[]> response, Json json) {

        String text(String name) {
            return json.get(name).text().orElse("");
        }

        String raw() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + raw();
        }
    }

    /** Sends JSON, with single quotes for double ones. */
    Answer post(String path, String json) throws IOException, InterruptedException {
        return post(path, "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body));
        return send(contentType.isEmpty() ? request : request.header("Content-Type", contentType));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(40));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response, JSON.read(JsonType.of(Json.class), response.body()));
    }
}
