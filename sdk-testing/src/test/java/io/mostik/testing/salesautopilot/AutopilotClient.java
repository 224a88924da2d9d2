package io.mostik.testing.salesautopilot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Talks to the simulator with nothing but the JDK. */
final class AutopilotClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String pair;

    AutopilotClient(SalesAutopilotSimulator autopilot) {
        this(autopilot, autopilot.username() + ":" + autopilot.password());
    }

    AutopilotClient(SalesAutopilotSimulator autopilot, String pair) {
        this.base = autopilot.uri();
        this.pair = pair;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    HttpResponse<String> send(String verb, String path, String json) throws IOException, InterruptedException {
        return http.send(request(verb, path, json), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> start(String verb, String path) {
        return http.sendAsync(request(verb, path, ""), BodyHandlers.ofString());
    }

    private HttpRequest request(String verb, String path, String json) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .header("Content-Type", "application/json")
                .method(verb, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
    }
}
