package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Taking orders: from an external webshop, and of products that are in the catalogue. The same order number twice makes
 * two records.
 */
record OrderCalls(Account account) {

    /** Fields of an order that land in a column of another name. */
    private static final Map<String, String> RENAMED = Map.of(
            "order_id", "mssys_shoprenter_id",
            "shipping_method", "mssys_shipping_mode",
            "currency", "mssys_bill_currency",
            "netshippingcost", "mssys_netto_shipping_cost",
            "grossshippingcost", "mssys_shipping_cost",
            "order_status_id", "mssys_webshop_status");

    /** Fields of an order that no public column shows. */
    private static final Set<String> UNSHOWN =
            Set.of("payment_method", "payment_code", "mssys_booking_start_time", "mssys_booking_end_time");

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .post("/processWebshopOrder/{nl}/ns_id/{ns}", this::process)
                .post("/saveOrder/{nl}/form/{ns}", this::save);
    }

    private Answer process(RequestReader ask) {
        ContactList list = account.list(ask);
        ListForm form = form(ask);
        JsonNode body = ask.object();
        Map<String, String> fields = shopFields(body, list);
        OrderLines lines = OrderLines.read(body.path("products"), fields);
        Contact order = add(list, form, fields);
        order.set(lines.sums());
        List<Map<String, String>> items = new ArrayList<>();
        for (Map<String, String> line : lines.items()) {
            Map<String, String> item = number(new LinkedHashMap<>(), order);
            item.put("prod_id", Long.toString(account.nextProduct()));
            item.putAll(line);
            items.add(item);
        }
        order.products(items);
        account.firings.fire(form.id(), order.id());
        return account.replies.order(order.id());
    }

    private Answer save(RequestReader ask) {
        ContactList list = account.list(ask);
        ListForm form = form(ask);
        JsonNode body = ask.object();
        Parameters.filled(body, "email");
        Map<String, String> fields = savedFields(body, list);
        List<Map<String, String>> items = items(body);
        Contact order = add(list, form, fields);
        items.forEach(item -> number(item, order));
        order.set("mssys_bill_currency", items.get(0).getOrDefault("oi_currency", ""));
        Items.add(order, items);
        account.firings.fire(form.id(), order.id());
        return account.replies.scalar(order.id());
    }

    private ListForm form(RequestReader ask) {
        ContactList list = account.list(ask);
        ListForm form = list.forms.get(ask.id("ns"));
        if (!list.isOrders() || form.kind() != FormKind.ORDER) {
            throw Dialect.wrongParameters("not an order form");
        }
        return form;
    }

    private Contact add(ContactList list, ListForm form, Map<String, String> fields) {
        Contact order = account.add(list, fields);
        order.set("mssys_order_status", "1");
        order.set("mssys_nsid", Long.toString(form.id()));
        return order;
    }

    private static Map<String, String> shopFields(JsonNode body, ContactList list) {
        Map<String, String> fields = new LinkedHashMap<>();
        body.properties().forEach(field -> {
            String name = field.getKey();
            if (!name.equals("products") && !UNSHOWN.contains(name)) {
                String column = RENAMED.getOrDefault(name, name);
                Parameters.writable(column, list);
                fields.put(column, Parameters.text(name, field.getValue()));
            }
        });
        for (String column : List.of("email", "mssys_shoprenter_id")) {
            if (fields.getOrDefault(column, "").isEmpty()) {
                throw Dialect.wrongParameters(column);
            }
        }
        return fields;
    }

    private static Map<String, String> savedFields(JsonNode body, ContactList list) {
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

    /** Returns the lines of a body: one product on top, or several. */
    List<Map<String, String>> items(JsonNode body) {
        JsonNode lines = body.path("products");
        if (body.has("prod_id") == body.has("products") || (body.has("products") && lines.isEmpty())) {
            throw Dialect.wrongParameters("products");
        }
        List<Map<String, String>> items = new ArrayList<>();
        if (body.has("prod_id")) {
            ObjectNode single = JsonNodeFactory.instance.objectNode();
            items.add(item(single.set("prod_id", body.path("prod_id"))));
        }
        lines.forEach(line -> items.add(item(line)));
        return items;
    }

    private Map<String, String> item(JsonNode line) {
        return Items.of(account.catalogue.products.get(line.path("prod_id").asLong()), line);
    }

    /** Gives a line its own id and that of its order. */
    Map<String, String> number(Map<String, String> item, Contact order) {
        item.put("oi_id", Long.toString(account.nextItem()));
        item.put("nud_id", Long.toString(order.id()));
        return item;
    }
}
