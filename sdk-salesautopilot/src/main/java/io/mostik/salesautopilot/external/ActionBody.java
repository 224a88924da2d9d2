package io.mostik.salesautopilot.external;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.WebhookRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the three formats that the vendor's web application offers. */
final class ActionBody {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private ActionBody() {}

    static Map<String, String> read(WebhookRequest request) {
        String type = request.header("Content-Type").orElse("");
        String kind = type.toLowerCase(Locale.ROOT).strip();
        if (kind.startsWith("multipart/form-data")) {
            return MultipartForm.read(type, request.body());
        }
        boolean object = request.text().stripLeading().startsWith("{");
        if (object || kind.startsWith("application/json")) {
            return json(request.body());
        }
        Map<String, String> values = new LinkedHashMap<>();
        request.form().forEach((name, several) -> values.put(name, several.get(several.size() - 1)));
        return values;
    }

    private static Map<String, String> json(byte[] body) {
        Json json = JSON.read(JsonType.of(Json.class), body);
        if (!json.isObject()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "no object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        json.names().forEach(name -> json.get(name).text().ifPresent(text -> values.put(name, text)));
        return values;
    }
}
