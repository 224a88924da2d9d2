package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adding, updating, unsubscribing and deleting records. */
final class ContactCalls {

    private static final String BY_ID = "/update/{nl}/form/{ns}/record/{id}";
    private static final String BY_FIELD = "/update/{nl}/form/{ns}/field/{field}/value/{value}";

    private final Account account;
    private final Replies replies;

    ContactCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/subscribe/{nl}/form/{ns}", this::subscribe);
        for (String verb : List.of("PUT", "POST")) {
            routes.on(verb, BY_ID, this::updateById).on(verb, BY_FIELD, this::updateByField);
        }
        routes.on("GET", "/unsubscribe/{nl}/record/{id}", this::unsubscribeById)
                .on("GET", "/unsubscribe/{nl}/email/{email}", this::unsubscribeByEmail)
                .on("DELETE", "/delete/{nl}/record/{id}", this::delete);
    }

    private Answer subscribe(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        ListForm form = list.form(Parameters.id(path, "ns"));
        Map<String, String> fields = Parameters.fields(Parameters.object(request), list);
        if (form.kind() != FormKind.SIGN_UP) {
            throw Refusals.wrongParameters("not a sign-up form");
        }
        Optional<String> email = Optional.ofNullable(fields.get("email"));
        if (list.emailUnique && email.isEmpty()) {
            throw Refusals.wrongParameters("email is mandatory");
        }
        if (form.recaptcha()) {
            return replies.scalar(0);
        }
        if (email.isPresent() && !email.get().matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+")) {
            return replies.scalar(-2);
        }
        if (list.emailUnique && !list.contacts("email", email.get()).isEmpty()) {
            return replies.scalar(-1);
        }
        Contact contact = account.add(list, fields);
        contact.set("mssys_nsid", Long.toString(form.id()));
        account.firings().fire(form.id(), contact.id());
        account.events().add(list, contact, "subscribe", Map.of());
        return replies.scalar(contact.id());
    }

    private Answer updateById(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        return update(
                request, path, list.contact(Parameters.id(path, "id")).stream().toList());
    }

    private Answer updateByField(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        return update(request, path, list.contacts(path.getOrDefault("field", ""), path.getOrDefault("value", "")));
    }

    private Answer update(RecordedRequest request, Map<String, String> path, List<Contact> found) {
        ContactList list = list(path);
        long form = Parameters.id(path, "ns");
        if (form != 0) {
            list.form(form);
        }
        Map<String, String> fields = Parameters.fields(Parameters.object(request), list);
        found.forEach(contact -> account.update(contact, form, fields));
        return replies.scalar(found.size());
    }

    private Answer unsubscribeById(RecordedRequest request, Map<String, String> path) {
        return unsubscribe(
                path, list(path).contact(Parameters.id(path, "id")).stream().toList());
    }

    private Answer unsubscribeByEmail(RecordedRequest request, Map<String, String> path) {
        return unsubscribe(path, list(path).contacts("email", path.getOrDefault("email", "")));
    }

    private Answer unsubscribe(Map<String, String> path, List<Contact> found) {
        found.forEach(contact -> account.unsubscribe(list(path), contact));
        return replies.flag(!found.isEmpty());
    }

    private Answer delete(RecordedRequest request, Map<String, String> path) {
        return replies.flag(list(path).remove(Parameters.id(path, "id")));
    }

    private ContactList list(Map<String, String> path) {
        return account.list(Parameters.id(path, "nl"));
    }
}
