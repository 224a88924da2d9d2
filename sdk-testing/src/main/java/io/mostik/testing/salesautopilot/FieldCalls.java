package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The columns of a list and the options of choices. */
record FieldCalls(Account account) {

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get(
                        "/listfields/{nl}",
                        ask -> Answer.textPlainJson(200, columns(ask).keySet()))
                .get(
                        "/listfields/{nl}/extended",
                        ask -> Answer.textPlainJson(200, account.list(ask).kinds()))
                .get(
                        "/checkfieldexists/{nl}/{field}",
                        ask -> account.replies.flag(columns(ask).containsKey(ask.path("field"))))
                .post("/addlistfield/{nl}", this::add)
                .get("/getfieldoptions/{nl}/{field}", ask -> Answer.textPlainJson(200, options(ask)))
                .post("/fieldoptionadd/{nl}/{field}", this::addOption)
                .post("/fieldoptionedit/{nl}/{field}/{option}", this::editOption)
                .delete(
                        "/fieldoptiondelete/{nl}/{field}/{option}",
                        ask -> account.replies.flag(options(ask).remove(ask.path("option")) != null));
    }

    /** What the vendor answers to a name that is taken is not documented; here {@code 0}. */
    private Answer add(RequestReader ask) {
        ContactList list = account.list(ask);
        JsonNode body = ask.object();
        String name = Parameters.filled(body, "field_name");
        Parameters.filled(body, "field_label");
        ask.require("field_name", name.matches("[a-z][a-z0-9_]*"));
        Map<String, String> options = new LinkedHashMap<>();
        body.path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        OwnField field = new OwnField(Parameters.filled(body, "field_type"), options);
        boolean taken = list.columns.containsKey(name);
        if (!taken) {
            list.addColumn(name, field);
        }
        return account.replies.flag(!taken);
    }

    private Answer addOption(RequestReader ask) {
        JsonNode body = ask.object();
        String before = options(ask).putIfAbsent(Parameters.filled(body, "value"), Parameters.filled(body, "text"));
        return account.replies.flag(before == null);
    }

    private Answer editOption(RequestReader ask) {
        JsonNode body = ask.object();
        Map<String, String> options = options(ask);
        boolean found = options.remove(ask.path("option")) != null;
        if (found) {
            options.put(Parameters.filled(body, "value"), Parameters.filled(body, "text"));
        }
        return account.replies.flag(found);
    }

    private Map<String, ColumnType> columns(RequestReader ask) {
        return account.list(ask).columns;
    }

    private Map<String, String> options(RequestReader ask) {
        return Optional.ofNullable(account.list(ask).own.get(ask.path("field")))
                .filter(OwnField::isChoice)
                .orElseThrow(() -> Dialect.wrongParameters("not a field with options"))
                .options();
    }
}
