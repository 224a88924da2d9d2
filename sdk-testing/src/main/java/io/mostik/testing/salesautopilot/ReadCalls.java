package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.util.List;
import java.util.stream.Stream;

/** Reading records. */
record ReadCalls(Account account) {

    private static final String ORDERED = "/list/{nl}/order/{field}/{direction}";

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get("/list/{nl}", ask -> many(ask, account.list(ask).contacts.all()))
                .get("/list/{nl}/record/{id}", this::one);
        for (String verb : List.of("GET", "POST")) {
            endpoints
                    .on(verb, ORDERED, this::ordered)
                    .on(verb, ORDERED + "/{limit}", this::ordered)
                    .on(verb, "/list/{nl}/field/{field}/value/{value}", this::byField)
                    .on(verb, "/listtotalcount/{nl}", this::count);
        }
    }

    private Answer one(RequestReader ask) {
        ContactList list = account.list(ask);
        return account.replies.one(list.contacts.find(ask.id("id")).map(contact -> contact.wire(list.isOrders())));
    }

    /** Stars around a text find what holds it: one client in public reads so, no document says it. */
    private Answer byField(RequestReader ask) {
        ContactList list = account.list(ask);
        String value = ask.path("value");
        boolean contains = value.length() > 2 && value.startsWith("*") && value.endsWith("*");
        return many(
                ask,
                contains
                        ? list.containing(ask.path("field"), value.substring(1, value.length() - 1))
                        : list.contacts(ask.path("field"), value));
    }

    private Answer count(RequestReader ask) {
        return account.replies.scalar(account.list(ask).contacts.all().size());
    }

    private Answer ordered(RequestReader ask) {
        ContactList list = account.list(ask);
        JsonNode body = ask.request().json();
        if (ask.request().body().length > 0 && !body.isArray()) {
            throw Dialect.wrongParameters("expected a JSON array of conditions");
        }
        Selection selection = Selection.read(body, list);
        Stream<Contact> found =
                Selection.ordered(ask, list, list.contacts.stream().filter(selection::admits));
        return account.replies.many(found.map(contact -> selection.columns().isEmpty()
                        ? contact.wire(list.isOrders())
                        : contact.wire(selection.columns()))
                .toList());
    }

    private Answer many(RequestReader ask, List<Contact> found) {
        boolean orders = account.list(ask).isOrders();
        return account.replies.many(
                found.stream().map(contact -> contact.wire(orders)).toList());
    }
}
