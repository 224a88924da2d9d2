package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adding, updating, unsubscribing and deleting records, one or several at once. */
record ContactCalls(Account account) {

    private static final String BY_ID = "/update/{nl}/form/{ns}/record/{id}";
    private static final String BY_FIELD = "/update/{nl}/form/{ns}/field/{field}/value/{value}";

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints.post("/subscribe/{nl}/form/{ns}", this::subscribe);
        for (String verb : List.of("PUT", "POST")) {
            endpoints
                    .on(verb, BY_ID, ask -> update(ask, byId(ask)))
                    .on(verb, BY_FIELD, ask -> update(ask, byField(ask)));
        }
        endpoints
                .get("/unsubscribe/{nl}/record/{id}", ask -> unsubscribeOne(ask, byId(ask)))
                .get("/unsubscribe/{nl}/email/{email}", this::unsubscribeByEmail)
                .delete("/delete/{nl}/record/{id}", this::delete)
                .put("/update/{nl}/form/{ns}", ask -> updateBatch(ask, form(ask)))
                .post("/batchupdate/{nl}", ask -> updateBatch(ask, 0))
                .get(
                        "/unsubscribe/{nl}/field/{field}/value/{value}",
                        ask -> account.replies.scalar(unsubscribe(ask, byField(ask))));
    }

    private Answer subscribe(RequestReader ask) {
        ContactList list = account.list(ask);
        ListForm form = list.forms.get(ask.id("ns"));
        Map<String, String> fields = Parameters.fields(ask.object(), list);
        if (form.kind() != FormKind.SIGN_UP) {
            throw Dialect.wrongParameters("not a sign-up form");
        }
        Optional<String> email = Optional.ofNullable(fields.get("email"));
        if (list.emailUnique && email.isEmpty()) {
            throw Dialect.wrongParameters("email is mandatory");
        }
        if (form.recaptcha()) {
            return account.replies.scalar(0);
        }
        if (email.isPresent() && !email.get().matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+")) {
            return account.replies.scalar(-2);
        }
        if (list.emailUnique && !list.contacts("email", email.get()).isEmpty()) {
            return account.replies.scalar(-1);
        }
        Contact contact = account.add(list, fields);
        contact.set("mssys_nsid", Long.toString(form.id()));
        account.firings.fire(form.id(), contact.id());
        if (form.doubleOptIn()) {
            contact.set("active", "0");
        }
        account.events.add(list, contact, form.doubleOptIn() ? "double_optin" : "subscribe", Map.of());
        return account.replies.scalar(contact.id());
    }

    private Answer update(RequestReader ask, List<Contact> found) {
        long form = form(ask);
        Map<String, String> fields = Parameters.fields(ask.object(), account.list(ask));
        found.forEach(contact -> account.update(contact, form, fields));
        return account.replies.scalar(found.size());
    }

    /** Whether a form's automations run in a batch is not documented; here they do if a form is named. */
    private Answer updateBatch(RequestReader ask, long form) {
        ContactList list = account.list(ask);
        int changed = 0;
        for (JsonNode row : ask.array()) {
            String column = row.path("id_field").asText();
            Map<String, String> fields = Parameters.fields(row.path("data"), list);
            List<Contact> found = list.contacts(column, Parameters.text(column, row.path("id_value")));
            found.forEach(contact -> account.update(contact, form, fields));
            changed += found.size();
        }
        return account.replies.scalar(changed);
    }

    /** Returns the form that is named; zero is none. */
    private long form(RequestReader ask) {
        long form = ask.id("ns");
        return form == 0 ? form : account.list(ask).forms.get(form).id();
    }

    private List<Contact> byId(RequestReader ask) {
        return account.list(ask).contacts.find(ask.id("id")).stream().toList();
    }

    private List<Contact> byField(RequestReader ask) {
        return account.list(ask).contacts(ask.path("field"), ask.path("value"));
    }

    private Answer unsubscribeByEmail(RequestReader ask) {
        return unsubscribeOne(ask, account.list(ask).contacts("email", ask.path("email")));
    }

    private Answer unsubscribeOne(RequestReader ask, List<Contact> found) {
        return account.replies.flag(unsubscribe(ask, found) > 0);
    }

    private int unsubscribe(RequestReader ask, List<Contact> found) {
        found.forEach(contact -> account.unsubscribe(account.list(ask), contact));
        return found.size();
    }

    private Answer delete(RequestReader ask) {
        return account.replies.flag(account.list(ask).contacts.remove(ask.id("id")));
    }
}
