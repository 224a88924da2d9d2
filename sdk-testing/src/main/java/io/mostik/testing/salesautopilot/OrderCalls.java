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

/** Taking orders from an external webshop. The same order number twice makes two records. */
final class OrderCalls {

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

    private final Account account;
    private final Replies replies;

    OrderCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/processWebshopOrder/{nl}/ns_id/{ns}", this::process);
    }

    private Answer process(RecordedRequest request, Map<String, String> path) {
        ContactList list = account.list(Parameters.id(path, "nl"));
        ListForm form = list.form(Parameters.id(path, "ns"));
        if (list.type != ListType.ORDER || form.kind() != FormKind.ORDER) {
            throw Refusals.wrongParameters("not an order form");
        }
        JsonNode body = Parameters.object(request);
        Map<String, String> fields = fields(body, list);
        OrderLines lines = OrderLines.read(body.path("products"), fields);
        Contact order = account.add(list, fields);
        order.set("mssys_order_status", "1");
        order.set("mssys_nsid", Long.toString(form.id()));
        order.set(lines.sums());
        List<Map<String, String>> items = new ArrayList<>();
        lines.items().forEach(line -> items.add(item(line, order)));
        order.products(items);
        account.firings().fire(form.id(), order.id());
        return replies.scalar(order.id());
    }

    private static Map<String, String> fields(JsonNode body, ContactList list) {
        Map<String, String> fields = new LinkedHashMap<>();
        body.properties().forEach(field -> {
            String name = field.getKey();
            if (!name.equals("products") && !UNSHOWN.contains(name)) {
                String column = RENAMED.getOrDefault(name, name);
                Parameters.writable(column, list);
                fields.put(column, Parameters.text(name, field.getValue()));
            }
        });
        requireFilled(fields, "email");
        requireFilled(fields, "mssys_shoprenter_id");
        for (String country : List.of("mssys_bill_country", "mssys_postal_country")) {
            if (!fields.getOrDefault(country, "").matches("([a-z]{2})?")) {
                throw Refusals.wrongParameters(country + " is a lower-case code of two letters");
            }
        }
        return fields;
    }

    private static void requireFilled(Map<String, String> fields, String column) {
        if (fields.getOrDefault(column, "").isEmpty()) {
            throw Refusals.wrongParameters(column);
        }
    }

    private Map<String, String> item(Map<String, String> line, Contact order) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("oi_id", Long.toString(account.nextItem()));
        item.put("nud_id", Long.toString(order.id()));
        item.put("prod_id", Long.toString(account.nextProduct()));
        item.putAll(line);
        return item;
    }
}
