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

    private Answer byField(RequestReader ask) {
        return many(ask, account.list(ask).contacts(ask.path("field"), ask.path("value")));
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
