package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.List;
import java.util.Map;

/** Changing and unsubscribing several records at once. */
final class BatchCalls {

    private final Account account;
    private final Replies replies;

    BatchCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("PUT", "/update/{nl}/form/{ns}", this::updateThroughForm)
                .on("POST", "/batchupdate/{nl}", (request, path) -> update(request, list(path), 0))
                .on("GET", "/unsubscribe/{nl}/field/{field}/value/{value}", this::unsubscribeByField);
    }

    private Answer updateThroughForm(RecordedRequest request, Map<String, String> path) {
        long form = Parameters.id(path, "ns");
        if (form != 0) {
            list(path).form(form);
        }
        return update(request, list(path), form);
    }

    /** Whether a form's automations run in a batch is not documented; here they do if a form is named. */
    private Answer update(RecordedRequest request, ContactList list, long form) {
        int changed = 0;
        for (JsonNode row : Parameters.array(request)) {
            String column = row.path("id_field").asText();
            Map<String, String> fields = Parameters.fields(row.path("data"), list);
            List<Contact> found = list.contacts(column, Parameters.text(column, row.path("id_value")));
            found.forEach(contact -> account.update(contact, form, fields));
            changed += found.size();
        }
        return replies.scalar(changed);
    }

    private Answer unsubscribeByField(RecordedRequest request, Map<String, String> path) {
        List<Contact> found = list(path).contacts(path.getOrDefault("field", ""), path.getOrDefault("value", ""));
        found.forEach(contact -> account.unsubscribe(list(path), contact));
        return replies.scalar(found.size());
    }

    private ContactList list(Map<String, String> path) {
        return account.list(Parameters.id(path, "nl"));
    }
}
