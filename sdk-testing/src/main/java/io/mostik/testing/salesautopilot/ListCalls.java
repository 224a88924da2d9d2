package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reading which lists and forms there are. */
record ListCalls(Account account) {

    /** Leaves update forms out of {@code getforms}, as the vendor does. */
    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get(
                        "/getlists",
                        ask -> array(account.lists.stream().map(list -> entry("id", list.id, "name", list.name))))
                .get("/getforms/{nl}", ask -> forms(ask, "id", "name", form -> form.kind() != FormKind.UPDATE))
                .get("/zapier/getlists/{type}", this::listsOfType)
                .get("/zapier/getforms/{nl}/{kind}", this::formsOfKind);
    }

    private Answer listsOfType(RequestReader ask) {
        long type = ask.id("type");
        return array(account.lists.stream()
                .filter(list -> list.type.code() == type)
                .map(list -> entry("nl_id", list.id, "list_name", list.name)));
    }

    private Answer formsOfKind(RequestReader ask) {
        long kind = ask.id("kind");
        return forms(ask, "ns_id", "form_name", form -> form.kind().code() == kind);
    }

    private Answer forms(RequestReader ask, String idName, String nameName, Predicate<ListForm> shown) {
        return array(account.list(ask).forms.stream()
                .filter(shown)
                .map(form -> entry(idName, form.id(), nameName, form.name())));
    }

    private static JsonObject entry(String idName, long id, String nameName, String name) {
        return new JsonObject().with(idName, Long.toString(id)).with(nameName, name);
    }

    private static Answer array(Stream<JsonObject> entries) {
        return Answer.textPlainJson(200, entries.toList());
    }
}
