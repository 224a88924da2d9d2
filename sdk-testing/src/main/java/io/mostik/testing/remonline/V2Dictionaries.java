package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;

/** The dictionaries of orders in v2: bare arrays. */
final class V2Dictionaries {

    private final Dictionaries dictionaries;

    V2Dictionaries(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/orders/statuses", ask -> Sheet.bare(dictionaries.statuses(), V2Dictionaries::status))
                .on("GET", "/v2/orders/types", this::types)
                .on("GET", "/v2/orders/custom-fields", this::customFields);
    }

    private Answer types(RequestReader ask) {
        return Sheet.bare(
                new ArrayList<>(dictionaries.orderTypes().entrySet()),
                type -> Shape.named(type.getKey(), type.getValue()));
    }

    private Answer customFields(RequestReader ask) {
        return Sheet.bare(
                dictionaries.customFields(),
                field -> Shape.object()
                        .put("id", field.id())
                        .put("title", field.title())
                        .put("type", field.type()));
    }

    static JsonNode status(Dictionaries.Status status) {
        ObjectNode json = Shape.named(status.id(), status.name()).put("color", status.color());
        json.putObject("group").put("type", status.group()).put("name", status.groupName());
        return json;
    }
}
