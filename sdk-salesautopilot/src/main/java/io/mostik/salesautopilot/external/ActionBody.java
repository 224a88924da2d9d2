package io.mostik.salesautopilot.external;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the three formats that the vendor's web application offers. */
final class ActionBody {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private ActionBody() {}

    static Map<String, String> read(WebhookRequest request) {
        String type = request.contentType().toLowerCase(Locale.ROOT).strip();
        boolean isMultipart = type.startsWith("multipart/form-data");
        boolean isObject = !isMultipart && request.text().stripLeading().startsWith("{");
        if (isObject || type.startsWith("application/json")) {
            return json(request.text());
        }
        Map<String, String> values = new LinkedHashMap<>();
        request.form().forEach((name, several) -> values.put(name, several.get(several.size() - 1)));
        return values;
    }

    private static Map<String, String> json(String body) {
        Json json = JSON.read(JsonType.of(Json.class), body.getBytes(StandardCharsets.UTF_8));
        if (!json.isObject()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "no object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        json.names().forEach(name -> ActionTree.flatten(name, json.get(name), values));
        return values;
    }
}
