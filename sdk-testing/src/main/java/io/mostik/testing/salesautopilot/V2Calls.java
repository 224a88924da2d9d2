package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Version 2, as far as it is public. What a column and a send are answered with is not; here their names and ids. */
record V2Calls(Account account) {

    private static final Map<String, String> KINDS = Map.of(
            "CHECKBOX", "checkbox", "DATE", "date", "DATETIME", "datetime", "NUMBER", "integer", "DECIMAL", "decimal");
    private static final Set<String> SENDS = Set.of(
            "ABSOLUTE", "SMART_SEND", "RELATIVE_AFTER_DATE", "RELATIVE_AFTER_MINUTES", "SUBSCRIPTION", "DATA_UPDATE");

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get("/v2/lists", this::lists)
                .post("/v2/lists/{list}/fields", this::createField)
                .get("/v2/newsletter/{list}/subscribers", this::subscribers)
                .get("/v2/newsletter/{list}/events", this::events)
                .get("/v2/bearer/newsletter/{list}/form/{form}/fields", this::formFields)
                .post("/v2/sends", this::createSend);
    }

    private Answer lists(RequestReader ask) {
        return Answer.json(
                200,
                Map.of(
                        "data",
                        account.lists.stream()
                                .map(list -> Map.of("listId", list.id, "name", list.name))
                                .toList()));
    }

    private Answer createField(RequestReader ask) {
        ContactList list = list(ask.path("list"));
        JsonNode body = body(ask);
        String name = body.path("name").asText();
        ask.require("name", name.matches("[a-z][a-z0-9_]{4,63}") && !list.columns.containsKey(name));
        String kind = KINDS.get(body.path("type").asText());
        if (kind == null) {
            throw Dialect.V2.invalid("type", "");
        }
        list.addColumn(name, new OwnField(kind, Map.of()));
        return Answer.json(200, Map.of("success", true, "data", Map.of("name", name)));
    }

    private Answer subscribers(RequestReader ask) {
        int limit = number(ask, "limit");
        List<Map<String, Object>> page = page(
                list(ask.path("list")).contacts.stream()
                        .map(contact -> contact.wire(false))
                        .toList(),
                limit,
                ask.query("page").isEmpty() ? 1 : number(ask, "page")); // A client in public asks without.
        return Answer.json(200, Map.of("subscribers", page));
    }

    private Answer events(RequestReader ask) {
        ContactList list = list(ask.path("list"));
        List<Map<String, Object>> all = account.events.of(list);
        int page = number(ask, "page");
        int longest = account.events.pageSize();
        JsonObject data = new JsonObject()
                .with("list_name", list.name)
                .with("page", page)
                .with("pageCount", Math.max(1, (all.size() + longest - 1) / longest))
                .with("events", page(all, longest, page));
        return Answer.json(200, Map.of("success", true, "data", data));
    }

    private Answer formFields(RequestReader ask) {
        ContactList list = list(ask.path("list"));
        long form = Long.parseLong(ask.path("form"));
        if (!list.forms.has(form)) {
            throw Dialect.coded(404, 12_000, "Form not found");
        }
        JsonObject email = new JsonObject()
                .with("id", "1")
                .with("name", "email")
                .with("label", "E-mail")
                .with("isMandatory", true)
                .with("errorMessage", "")
                .with("order", 1);
        return Answer.json(
                200,
                Map.of(
                        "formfields",
                        List.of(email),
                        "listFields",
                        Map.of("email", Map.of("id", "1", "label", "E-mail"))));
    }

    private Answer createSend(RequestReader ask) {
        JsonNode body = body(ask);
        for (String name : List.of("listId", "emailId", "fromEmail", "type")) {
            if (!body.has(name)) {
                throw Dialect.missing(name);
            }
        }
        list(body.path("listId").asText());
        ask.require("type", SENDS.contains(body.path("type").asText()));
        account.sends.add(body);
        return Answer.json(200, Map.of("success", true, "data", Map.of("sendId", 341_733 + account.sends.size())));
    }

    private ContactList list(String id) {
        return account.lists.stream()
                .filter(list -> Long.toString(list.id).equals(id))
                .findFirst()
                .orElseThrow(() -> Dialect.coded(404, 11_000, "Newsletter not found"));
    }

    private static JsonNode body(RequestReader ask) {
        if (ask.request().body().length == 0) {
            throw Dialect.coded(400, 2, "Request body is missing");
        }
        JsonNode body = ask.request().json();
        if (!body.isObject()) {
            throw Dialect.coded(400, 1, "JSON syntax error");
        }
        return body;
    }

    private static int number(RequestReader ask, String name) {
        String text = ask.query(name).orElseThrow(() -> Dialect.missing(name));
        ask.require(name, text.matches("[1-9]\\d{0,5}"));
        return Integer.parseInt(text);
    }

    private static <T> List<T> page(List<T> all, int limit, int page) {
        return all.stream().skip((long) limit * (page - 1)).limit(limit).toList();
    }
}
