package io.mostik.salesautopilot.source.szamlazz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Fetches what a vendor of JSON answers, and hands an object on as XML; what is no object is handed on as it is. */
record AnswersAsXml(String uri) implements Transport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANSWER = "xmlszamlavalasz";

    @Override
    public ApiResponse send(ApiRequest request) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(uri).toURL().openConnection();
            try (InputStream body = connection.getInputStream()) {
                return ApiResponse.of(connection.getResponseCode(), xml(body.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] xml(byte[] answer) {
        JsonNode tree = tree(answer);
        if (!tree.isObject()) {
            return answer;
        }
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        boolean isRefusal = tree.path(ANSWER).isObject();
        element(xml, isRefusal ? ANSWER : "szamla", isRefusal ? tree.path(ANSWER) : tree);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static void element(StringBuilder xml, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(row -> element(xml, name, row));
            return;
        }
        xml.append('<').append(name).append('>');
        if (value.isObject()) {
            value.properties().forEach(child -> element(xml, child.getKey(), child.getValue()));
        } else if (!value.isNull()) {
            xml.append(value.asText().replace("&", "&amp;").replace("<", "&lt;"));
        }
        xml.append("</").append(name).append('>');
    }
}
