package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The columns of a list and the options of choices. */
final class FieldCalls {

    private final Account account;
    private final Replies replies;

    FieldCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on(
                        "GET",
                        "/listfields/{nl}",
                        (request, path) ->
                                Answer.textPlainJson(200, list(path).columns().keySet()))
                .on(
                        "GET",
                        "/listfields/{nl}/extended",
                        (request, path) -> Answer.textPlainJson(200, list(path).kinds()))
                .on(
                        "GET",
                        "/checkfieldexists/{nl}/{field}",
                        (request, path) ->
                                replies.flag(list(path).columns().containsKey(path.getOrDefault("field", ""))))
                .on("POST", "/addlistfield/{nl}", this::add)
                .on(
                        "GET",
                        "/getfieldoptions/{nl}/{field}",
                        (request, path) ->
                                Answer.textPlainJson(200, choice(path).options()))
                .on("POST", "/fieldoptionadd/{nl}/{field}", this::addOption)
                .on("POST", "/fieldoptionedit/{nl}/{field}/{option}", this::editOption)
                .on(
                        "DELETE",
                        "/fieldoptiondelete/{nl}/{field}/{option}",
                        (request, path) ->
                                replies.flag(choice(path).options().remove(path.getOrDefault("option", "")) != null));
    }

    /** What the vendor answers to a name that is taken is not documented; here {@code 0}. */
    private Answer add(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        JsonNode body = Parameters.object(request);
        String name = Parameters.filled(body, "field_name");
        Parameters.filled(body, "field_label");
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw Refusals.wrongParameters("field_name");
        }
        Map<String, String> options = new LinkedHashMap<>();
        body.path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        OwnField field = new OwnField(Parameters.filled(body, "field_type"), options);
        if (list.columns().containsKey(name)) {
            return replies.flag(false);
        }
        list.addColumn(name, field);
        return replies.flag(true);
    }

    private Answer addOption(RecordedRequest request, Map<String, String> path) {
        JsonNode body = Parameters.object(request);
        String before =
                choice(path).options().putIfAbsent(Parameters.filled(body, "value"), Parameters.filled(body, "text"));
        return replies.flag(before == null);
    }

    private Answer editOption(RecordedRequest request, Map<String, String> path) {
        JsonNode body = Parameters.object(request);
        Map<String, String> options = choice(path).options();
        boolean found = options.remove(path.getOrDefault("option", "")) != null;
        if (found) {
            options.put(Parameters.filled(body, "value"), Parameters.filled(body, "text"));
        }
        return replies.flag(found);
    }

    private OwnField choice(Map<String, String> path) {
        return Optional.ofNullable(list(path).own().get(path.getOrDefault("field", "")))
                .filter(OwnField::isChoice)
                .orElseThrow(() -> Refusals.wrongParameters("not a field with options"));
    }

    private ContactList list(Map<String, String> path) {
        return account.list(Parameters.id(path, "nl"));
    }
}
