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

    /** The order matters: a chat has a disposition as well. */
    static VccEvent read(byte[] content) {
        Json event = JSON.read(JsonType.of(Json.class), content);
        Set<String> names = event.names();
        if (names.contains("action") && event.get("ticket").isObject()) {
            return EventReader.ticket(content);
        }
        if (names.contains("chatId")) {
            return EventReader.chat(content);
        }
        if (names.contains("payment")) {
            return EventReader.payment(content);
        }
        if (names.contains("new")) {
            return EventReader.user(content);
        }
        if (names.contains("projectId") && names.contains("secondaryProjectIds")) {
            return EventReader.login(content);
        }
        if (names.contains("disposition") || (names.contains("dispositionid") && names.contains("numberid"))) {
            return EventReader.disposition(content);
        }
        if (!event.isObject()) {
            throw new WebhookException(Reason.UNREADABLE, "the event is not an object");
        }
        return new UnknownEvent(event);
    }
}
