package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Taking orders of products that are in the catalogue. */
final class SavedOrderCalls {

    private final Account account;
    private final Catalogue catalogue;
    private final Replies replies;

    SavedOrderCalls(Account account, Catalogue catalogue, Replies replies) {
        this.account = account;
        this.catalogue = catalogue;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/saveOrder/{nl}/form/{ns}", this::save);
    }

    private Answer save(RecordedRequest request, Map<String, String> path) {
        ContactList list = account.list(Parameters.id(path, "nl"));
        ListForm form = list.form(Parameters.id(path, "ns"));
        if (list.type != ListType.ORDER || form.kind() != FormKind.ORDER) {
            throw Refusals.wrongParameters("not an order form");
        }
        JsonNode body = Parameters.object(request);
        Parameters.filled(body, "email");
        Map<String, String> fields = fields(body, list);
        List<Map<String, String>> items = items(body);
        Contact order = account.add(list, fields);
        order.set("mssys_order_status", "1");
        order.set("mssys_nsid", Long.toString(form.id()));
        items.forEach(item -> number(item, order));
        order.set("mssys_bill_currency", items.get(0).getOrDefault("oi_currency", ""));
        Items.add(order, items);
        account.firings().fire(form.id(), order.id());
        return replies.scalar(order.id());
    }

    /** Returns the lines of a body: one product on top, or several. */
    List<Map<String, String>> items(JsonNode body) {
        JsonNode lines = body.path("products");
        if (body.has("prod_id") == body.has("products") || (body.has("products") && lines.isEmpty())) {
            throw Refusals.wrongParameters("products");
        }
        List<Map<String, String>> items = new ArrayList<>();
        if (body.has("prod_id")) {
            ObjectNode single = JsonNodeFactory.instance.objectNode();
            items.add(item(single.set("prod_id", body.path("prod_id"))));
        }
        lines.forEach(line -> items.add(item(line)));
        return items;
    }

    /** Gives a line its own id and that of its order. */
    void number(Map<String, String> item, Contact order) {
        item.put("oi_id", Long.toString(account.nextItem()));
        item.put("nud_id", Long.toString(order.id()));
    }

    private Map<String, String> item(JsonNode line) {
        return catalogue
                .product(line.path("prod_id").asLong())
                .map(product -> Items.of(product, line))
                .orElseThrow(() -> Refusals.wrongParameters("products: unknown prod_id"));
    }

    private static Map<String, String> fields(JsonNode body, ContactList list) {
        Map<String, String> fields = new LinkedHashMap<>();
        body.properties().forEach(field -> {
            String name = field.getKey();
            if (name.equals("shipping_method")) {
                fields.put(
                        "mssys_shipping_modetype", Parameters.number(body, name).toPlainString());
            } else if (!name.equals("products") && !name.equals("prod_id")) {
                Parameters.writable(name, list);
                fields.put(name, Parameters.text(name, field.getValue()));
            }
        });
        return fields;
    }
}
