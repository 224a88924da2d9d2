package io.mostik.pbx;

import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Some PBXs answer click-to-call in XML, which is a success like any other text: it goes on as a JSON text. */
final class XmlAnswers implements Transport {

    private static final int MARK = 20;

    private final Transport next;

    XmlAnswers(Transport next) {
        this.next = next;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse response = next.send(request);
        String text = response.isSuccess() ? response.body().text().strip() : "";
        return text.startsWith("<") && !isPage(text)
                ? response.with(response.status(), PbxErrors.JSON.write(text))
                : response;
    }

    /** Returns the answer as the PBX sent it. */
    static ApiResponse original(ApiResponse response) {
        if (!response.body().text().startsWith("\"<")) {
            return response;
        }
        try {
            Json text =
                    PbxErrors.JSON.read(JsonType.of(Json.class), response.body().bytes());
            return response.with(response.status(), text.text().orElse("").getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            return response;
        }
    }

    /** A page of HTML comes from a proxy or portal in between, not from the PBX. */
    static boolean isPage(String text) {
        String start = text.substring(0, Math.min(text.length(), MARK)).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
