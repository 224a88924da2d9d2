package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading which lists and forms there are. */
final class ListCalls {

    private final Account account;

    ListCalls(Account account) {
        this.account = account;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/getlists", this::lists)
                .on("GET", "/getforms/{nl}", this::forms)
                .on("GET", "/zapier/getlists/{type}", this::listsOfType)
                .on("GET", "/zapier/getforms/{nl}/{kind}", this::formsOfKind);
    }

    private Answer lists(RecordedRequest request, Map<String, String> path) {
        return array(account.lists().stream()
                .map(list -> entry("id", list.id, "name", list.name))
                .toList());
    }

    /** Leaves update forms out, as the vendor does. */
    private Answer forms(RecordedRequest request, Map<String, String> path) {
        return array(account.list(Parameters.id(path, "nl")).forms().stream()
                .filter(form -> form.kind() != FormKind.UPDATE)
                .map(form -> entry("id", form.id(), "name", form.name()))
                .toList());
    }

    private Answer listsOfType(RecordedRequest request, Map<String, String> path) {
        long type = Parameters.id(path, "type");
        return array(account.lists().stream()
                .filter(list -> list.type.code() == type)
                .map(list -> entry("nl_id", list.id, "list_name", list.name))
                .toList());
    }

    private Answer formsOfKind(RecordedRequest request, Map<String, String> path) {
        long kind = Parameters.id(path, "kind");
        return array(account.list(Parameters.id(path, "nl")).forms().stream()
                .filter(form -> form.kind().code() == kind)
                .map(form -> entry("ns_id", form.id(), "form_name", form.name()))
                .toList());
    }

    private static Map<String, String> entry(String idName, long id, String nameName, String name) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(idName, Long.toString(id));
        entry.put(nameName, name);
        return entry;
    }

    private static Answer array(List<Map<String, String>> entries) {
        return Answer.textPlainJson(200, entries);
    }
}
