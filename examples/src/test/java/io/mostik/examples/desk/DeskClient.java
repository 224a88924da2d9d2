package io.mostik.examples.desk;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Talks to the desk as its page does, or as somebody does who is not its page. */
final class DeskClient {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    DeskClient(URI address) throws Exception {
        this.base = address.resolve("/");
        HttpResponse<String> welcome = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        String cookie = welcome.headers().firstValue("Set-Cookie").orElseThrow();
        headers.put("Cookie", cookie.substring(0, cookie.indexOf(';')));
        headers.put("Origin", address.getScheme() + "://" + address.getAuthority());
        headers.put("Content-Type", "application/json");
        Matcher token = Pattern.compile("desk-token\" content=\"([^\"]+)\"").matcher(get("/").body());
        if (!token.find()) {
            throw new IllegalStateException("the page has no token");
        }
        headers.put("X-Desk-Token", token.group(1));
    }

    /** Sends another value of a header from now on; an empty one leaves it out. */
    DeskClient with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<String> post(String path, Map<String, ?> body) throws Exception {
        return post(path, new String(JSON.write(body), StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)));
    }

    static Json json(HttpResponse<String> answer) {
        return JSON.read(JsonType.of(Json.class), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private URI uri(String path) {
        return URI.create(base.toString().replaceFirst("/$", "") + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.setHeader(name, value);
            }
        });
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
