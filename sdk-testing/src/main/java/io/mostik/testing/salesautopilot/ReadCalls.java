package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reading records. */
final class ReadCalls {

    private static final String ORDERED = "/list/{nl}/order/{field}/{direction}";

    private final Account account;
    private final Replies replies;

    ReadCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/list/{nl}", this::all).on("GET", "/list/{nl}/record/{id}", this::one);
        for (String verb : List.of("GET", "POST")) {
            routes.on(verb, ORDERED, this::ordered)
                    .on(verb, ORDERED + "/{limit}", this::ordered)
                    .on(verb, "/list/{nl}/field/{field}/value/{value}", this::byField)
                    .on(verb, "/listtotalcount/{nl}", this::count);
        }
    }

    private Answer all(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        return many(list, list.contacts());
    }

    private Answer one(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        return replies.one(list.contact(Parameters.id(path, "id")).map(contact -> contact.wire(isOrders(list))));
    }

    private Answer byField(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        return many(list, list.contacts(path.getOrDefault("field", ""), path.getOrDefault("value", "")));
    }

    private Answer count(RecordedRequest request, Map<String, String> path) {
        return replies.scalar(list(path).contacts().size());
    }

    private Answer ordered(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        JsonNode body = request.json();
        if (request.body().length > 0 && !body.isArray()) {
            throw Refusals.wrongParameters("expected a JSON array of conditions");
        }
        Selection selection = Selection.read(body, list);
        Stream<Contact> found = list.contacts().stream()
                .filter(selection::admits)
                .sorted(Selection.order(list, path.getOrDefault("field", ""), path.getOrDefault("direction", "")));
        Stream<Contact> limited = path.containsKey("limit") ? found.limit(Parameters.id(path, "limit")) : found;
        return replies.many(limited.map(contact -> selection.columns().isEmpty()
                        ? contact.wire(isOrders(list))
                        : contact.wire(selection.columns()))
                .toList());
    }

    private Answer many(ContactList list, List<Contact> found) {
        return replies.many(
                found.stream().map(contact -> contact.wire(isOrders(list))).toList());
    }

    private ContactList list(Map<String, String> path) {
        return account.list(Parameters.id(path, "nl"));
    }

    private static boolean isOrders(ContactList list) {
        return list.type == ListType.ORDER;
    }
}
