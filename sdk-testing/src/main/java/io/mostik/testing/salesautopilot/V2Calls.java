package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Version 2, as far as it is public. What a column and a send are answered with is not; here their names and ids. */
final class V2Calls {

    private static final int LONGEST_PAGE = 100;
    private static final Map<String, String> KINDS = Map.of(
            "CHECKBOX", "checkbox", "DATE", "date", "DATETIME", "datetime", "NUMBER", "integer", "DECIMAL", "decimal");
    private static final Set<String> SENDS = Set.of(
            "ABSOLUTE", "SMART_SEND", "RELATIVE_AFTER_DATE", "RELATIVE_AFTER_MINUTES", "SUBSCRIPTION", "DATA_UPDATE");

    private final Account account;
    private final List<JsonNode> sends = new ArrayList<>();

    V2Calls(Account account) {
        this.account = account;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/v2/lists", this::lists)
                .on("POST", "/v2/lists/{list}/fields", this::createField)
                .on("GET", "/v2/newsletter/{list}/subscribers", this::subscribers)
                .on("GET", "/v2/newsletter/{list}/events", this::events)
                .on("GET", "/v2/bearer/newsletter/{list}/form/{form}/fields", this::formFields)
                .on("POST", "/v2/sends", this::createSend);
    }

    List<JsonNode> sends() {
        return List.copyOf(sends);
    }

    private Answer lists(RecordedRequest request, Map<String, String> path) {
        return Answer.json(
                200,
                Map.of(
                        "data",
                        account.lists().stream()
                                .map(list -> Map.of("listId", list.id, "name", list.name))
                                .toList()));
    }

    private Answer createField(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        JsonNode body = body(request);
        String name = body.path("name").asText();
        if (!name.matches("[a-z][a-z0-9_]{4,63}") || list.columns().containsKey(name)) {
            throw Refusals.invalid("name");
        }
        String kind = KINDS.get(body.path("type").asText());
        if (kind == null) {
            throw Refusals.invalid("type");
        }
        list.addColumn(name, new OwnField(kind, Map.of()));
        return Answer.json(200, Map.of("success", true, "data", Map.of("name", name)));
    }

    private Answer subscribers(RecordedRequest request, Map<String, String> path) {
        int limit = number(request, "limit");
        List<Map<String, Object>> page = page(
                list(path).contacts().stream()
                        .map(contact -> contact.wire(false))
                        .toList(),
                limit,
                number(request, "page"));
        return Answer.json(200, Map.of("subscribers", page));
    }

    private Answer events(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        List<Map<String, Object>> all = account.events().of(list);
        int page = number(request, "page");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("list_name", list.name);
        data.put("page", page);
        data.put("pageCount", Math.max(1, (all.size() + LONGEST_PAGE - 1) / LONGEST_PAGE));
        data.put("events", page(all, LONGEST_PAGE, page));
        return Answer.json(200, Map.of("success", true, "data", data));
    }

    private Answer formFields(RecordedRequest request, Map<String, String> path) {
        ContactList list = list(path);
        long form = Long.parseLong(path.getOrDefault("form", "0"));
        if (list.forms().stream().noneMatch(each -> each.id() == form)) {
            throw Refusals.coded(404, 12_000, "Form not found");
        }
        Map<String, Object> email = new LinkedHashMap<>();
        email.put("id", "1");
        email.put("name", "email");
        email.put("label", "E-mail");
        email.put("isMandatory", true);
        email.put("errorMessage", "");
        email.put("order", 1);
        return Answer.json(
                200,
                Map.of(
                        "formfields",
                        List.of(email),
                        "listFields",
                        Map.of("email", Map.of("id", "1", "label", "E-mail"))));
    }

    private Answer createSend(RecordedRequest request, Map<String, String> path) {
        JsonNode body = body(request);
        for (String name : List.of("listId", "emailId", "fromEmail", "type")) {
            if (!body.has(name)) {
                throw Refusals.missing(name);
            }
        }
        list(Map.of("list", body.path("listId").asText()));
        if (!SENDS.contains(body.path("type").asText())) {
            throw Refusals.invalid("type");
        }
        sends.add(body);
        return Answer.json(200, Map.of("success", true, "data", Map.of("sendId", 341_733 + sends.size())));
    }

    private ContactList list(Map<String, String> path) {
        String id = path.getOrDefault("list", "");
        return account.lists().stream()
                .filter(list -> Long.toString(list.id).equals(id))
                .findFirst()
                .orElseThrow(() -> Refusals.coded(404, 11_000, "Newsletter not found"));
    }

    private static JsonNode body(RecordedRequest request) {
        if (request.body().length == 0) {
            throw Refusals.coded(400, 2, "Request body is missing");
        }
        JsonNode body = request.json();
        if (!body.isObject()) {
            throw Refusals.coded(400, 1, "JSON syntax error");
        }
        return body;
    }

    private static int number(RecordedRequest request, String name) {
        String text = request.query(name).orElseThrow(() -> Refusals.missing(name));
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Refusals.invalid(name);
        }
        return Integer.parseInt(text);
    }

    private static <T> List<T> page(List<T> all, int limit, int page) {
        return all.stream().skip((long) limit * (page - 1)).limit(limit).toList();
    }
}
