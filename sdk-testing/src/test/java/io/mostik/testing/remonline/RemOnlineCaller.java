package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** A client without any knowledge of RemOnline but how to show a key. */
final class RemOnlineCaller {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final Optional<String> key;

    RemOnlineCaller(URI base, Optional<String> key) {
        this.base = base;
        this.key = key;
    }

    HttpResponse<String> send(String method, String pathAndQuery, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String pathAndQuery) throws Exception {
        return send("GET", pathAndQuery, "");
    }

    JsonNode json(String pathAndQuery) throws Exception {
        return read(get(pathAndQuery));
    }

    JsonNode json(String method, String path, String body) throws Exception {
        return read(send(method, path, body));
    }

    static JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new AssertionError("Answered " + answer.statusCode() + " " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }
}
