package io.mostik.testing.vcclive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** Asks the simulator as an integration would. */
final class Asking {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final VccLiveSimulator vcc;

    Asking(VccLiveSimulator vcc) {
        this.vcc = vcc;
    }

    HttpResponse<byte[]> send(String method, String pathAndQuery, String body) throws Exception {
        String pair = vcc.customer() + ":" + vcc.token();
        HttpRequest request = HttpRequest.newBuilder(URI.create(vcc.uri() + pathAndQuery))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    JsonNode ask(String method, String pathAndQuery, String body) throws Exception {
        return JSON.readTree(send(method, pathAndQuery, body).body());
    }

    JsonNode get(String pathAndQuery) throws Exception {
        return ask("GET", pathAndQuery, "");
    }
}
