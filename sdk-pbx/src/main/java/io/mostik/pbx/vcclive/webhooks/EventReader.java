package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads events in the shapes in which PHP may write them: lists as text or as objects, nothing as an empty text or an empty
 * list, an id alone. An optional property in any other shape costs only itself; see {@link EventFields}.
 */
final class EventReader {

    private static final Pattern ID = Pattern.compile("-?[0-9]{1,18}");
    private static final String TEAMS = "teamids";
    private static final String SECONDARY = "secondaryProjectIds";

    private EventReader() {}

    static CallDisposition disposition(byte[] content) {
        CallDisposition read = EventFields.of(content)
                .change("uuid", EventReader::text)
                .change(TEAMS, EventReader::ids)
                .change("disposition", EventReader::disposition)
                .inner("disposition", EventDisposition.class)
                .change("client_data", EventReader::object)
                .read(CallDisposition.class);
        if (read.uuid().isEmpty() && read.numberId().isEmpty()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "uuid and numberid are missing");
        }
        return read;
    }

    static PaymentTransaction payment(byte[] content) {
        return EventFields.of(content)
                .inner("payment", Payment.class)
                .change(TEAMS, EventReader::ids)
                .change("client_data", EventReader::object)
                .read(PaymentTransaction.class, "payment");
    }

    /** An unreadable state before must not make a new user of a changed one. */
    static UserEvent user(byte[] content) {
        return EventFields.of(content)
                .inner("new", EventUser.class)
                .change("old", Json::value)
                .inner("old", EventUser.class)
                .read(UserEvent.class, "new", "old");
    }

    /** A log-in must not be decided without one of the projects that it is for. */
    static ProjectLogin login(byte[] content) {
        return EventFields.of(content)
                .change(SECONDARY, value -> ids(value).or(value::value))
                .read(ProjectLogin.class, "projectId", SECONDARY);
    }

    /** An attribute that is missing is as it was, so the names of those that came are kept. */
    static TicketEvent ticket(byte[] content) {
        return EventFields.of(content)
                .change("ticket", EventReader::object)
                .names("ticket", Ticket.TOLD)
                .inner("ticket", Ticket.class)
                .read(TicketEvent.class, "action", "ticket");
    }

    static ChatEvent chat(byte[] content) {
        return EventFields.of(content)
                .change("conversation", EventReader::messages)
                .change("clientData", EventReader::object)
                .read(ChatEvent.class, "chatId");
    }

    /** PHP writes a list with a gap as an object. */
    private static Optional<Object> messages(Json value) {
        List<Json> elements = value.isArray()
                ? value.elements()
                : value.names().stream().map(value::get).toList();
        boolean areMessages =
                (value.isArray() || value.isObject()) && elements.stream().allMatch(Json::isObject);
        return areMessages
                ? Optional.of(elements.stream()
                        .map(each -> EventFields.readable(each, ChatMessage.class))
                        .toList())
                : Optional.empty();
    }

    private static Optional<Object> text(Json value) {
        return value.text().map(text -> (Object) text.strip());
    }

    private static Optional<Object> object(Json value) {
        return value.isObject() ? value.value() : Optional.empty();
    }

    private static Optional<Object> disposition(Json value) {
        Optional<Object> id = value.text()
                .map(String::strip)
                .filter(text -> ID.matcher(text).matches())
                .map(text -> (Object) Map.of("dispositionid", Long.parseLong(text)));
        return object(value).or(() -> id);
    }

    private static Optional<Object> ids(Json value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray() || value.isObject()) {
            List<Json> elements = value.isArray()
                    ? value.elements()
                    : value.names().stream().map(value::get).toList();
            elements.forEach(element -> texts.add(element.text().orElse("?")));
        } else {
            texts.addAll(List.of(value.text().orElse("").split(",")));
        }
        boolean areIds = texts.stream()
                .map(String::strip)
                .allMatch(text -> ID.matcher(text).matches());
        return areIds
                ? Optional.of(
                        texts.stream().map(String::strip).map(Long::valueOf).toList())
                : Optional.empty();
    }
}
