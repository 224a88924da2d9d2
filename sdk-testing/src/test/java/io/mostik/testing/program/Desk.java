package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The program with every vendor on free ports, and somebody who steers it over HTTP. */
final class Desk implements BeforeEachCallback, AfterEachCallback {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String[] arguments;
    private MostikSim sim;

    Desk(String... arguments) {
        this.arguments = arguments;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        sim = MostikSim.start(arguments);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        sim.close();
    }

    URI uri() {
        return sim.uri();
    }

    /** Calls the control API, which has to succeed. */
    JsonNode control(String method, String path, String body) {
        HttpResponse<String> answer = ask(method, path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return SimJson.read(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    JsonNode get(String path) {
        return control("GET", path, "");
    }

    HttpResponse<String> ask(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri().resolve("/control" + path))
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** Calls the bank's secured host with its token. */
    HttpResponse<String> bank(String method, String path, String body) {
        JsonNode bank = get("/tbank");
        return send(HttpRequest.newBuilder(
                        URI.create(bank.path("addresses").path("secured").asText() + path))
                .header(
                        "Authorization",
                        "Bearer " + bank.path("keys").path("token").asText())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
