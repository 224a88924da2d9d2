package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the variables of an IVR step from query, form or JSON, whichever the integrator has set up. */
final class IvrReader {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final PayloadReader payload;
    private final Set<String> notData;

    IvrReader(PayloadReader payload, Set<String> notData) {
        this.payload = payload;
        this.notData = notData;
    }

    IvrRequest read(WebhookRequest request) {
        Map<String, String> variables = new LinkedHashMap<>();
        request.query().forEach((name, values) -> {
            if (!notData.contains(name)) {
                variables.put(name, values.get(0));
            }
        });
        if (request.method().equalsIgnoreCase("GET")) {
            payload.refuseIfEncrypted();
        } else if (request.body().length > 0) {
            variables.putAll(body(payload.body(request)));
        }
        return new IvrRequest(variables);
    }

    private static Map<String, String> body(byte[] content) {
        Map<String, String> variables = new LinkedHashMap<>();
        String text = new String(content, StandardCharsets.UTF_8);
        if (!PayloadReader.isText(text)) {
            throw new WebhookException(
                    Reason.UNVERIFIED, "body is no text: wrong key or initialisation vector, or another encoding");
        }
        if (text.stripLeading().startsWith("{")) {
            Json json = JSON.read(JsonType.of(Json.class), content);
            json.names().forEach(name -> json.get(name).text().ifPresent(value -> variables.put(name, value)));
        } else {
            new WebhookRequest("POST", text.strip(), Map.of(), new byte[0])
                    .query()
                    .forEach((String name, List<String> values) -> variables.put(name, values.get(0)));
        }
        return variables;
    }
}
