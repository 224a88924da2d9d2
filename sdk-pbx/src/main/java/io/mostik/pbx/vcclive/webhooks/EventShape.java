package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.util.Set;

/** Recognises an event by the names of its properties, since nothing names it. */
final class EventShape {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private EventShape() {}

    static VccEvent read(byte[] content) {
        return JSON.read(
                JsonType.of(typeOf(JSON.read(JsonType.of(Json.class), content).names())), content);
    }

    private static Class<? extends VccEvent> typeOf(Set<String> names) {
        if (names.contains("payment")) {
            return PaymentTransaction.class;
        }
        if (names.contains("disposition")) {
            return CallDisposition.class;
        }
        if (names.contains("projectId") && names.contains("secondaryProjectIds")) {
            return ProjectLogin.class;
        }
        if (names.contains("new") && names.contains("old")) {
            return UserEvent.class;
        }
        throw new WebhookException(Reason.UNREADABLE, "no known event has these properties: " + names);
    }
}
