package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Changing the lines of orders that are there. */
record OrderLineCalls(Account account, OrderCalls orders) {

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .post("/orderdelproduct/{nl}/oi", this::removeItems)
                .post("/orderaddproduct/{nl}/{id}", this::add)
                .post("/orderaddproduct/{nl}/{id}/oi", this::addItems)
                .post("/ordermodproduct/{nl}/{id}", ask -> change(ask, account.contact(ask)))
                .post("/ordermodproduct/{nl}/orderid/{order}", ask -> change(ask, byShopOrder(ask)))
                .post("/ordermodproduct/{nl}/oi/{oi}", this::changeItem)
                .post("/orderdelproduct/{nl}/{id}", this::remove)
                .get(
                        "/orderlistproducts/{nl}/{oi}",
                        ask -> account.replies.one(item(ask).map(LinkedHashMap::new)));
    }

    private Answer add(RequestReader ask) {
        Contact order = account.contact(ask);
        List<Map<String, String>> items = orders.items(ask.object());
        items.forEach(item -> orders.number(item, order));
        Items.add(order, items);
        return account.replies.scalar(items.size());
    }

    private Answer addItems(RequestReader ask) {
        Contact order = account.contact(ask);
        List<Map<String, String>> items = new ArrayList<>();
        for (JsonNode line : lines(ask)) {
            Map<String, String> item = new LinkedHashMap<>();
            item.put("prod_id", Parameters.text("prod_id", line.path("prod_id")));
            Items.change(item, line);
            orders.number(item, order);
            items.add(item);
        }
        Items.add(order, items);
        return account.replies.scalar(items.size());
    }

    private Answer change(RequestReader ask, Contact order) {
        int changed = 0;
        for (JsonNode line : lines(ask)) {
            for (Map<String, String> item : order.products()) {
                if (fits(item, line)) {
                    Items.change(item, line);
                    changed++;
                }
            }
        }
        Items.sumUp(order);
        return account.replies.scalar(changed);
    }

    private Answer changeItem(RequestReader ask) {
        Optional<Map<String, String>> found = item(ask);
        found.ifPresent(item -> lines(ask).forEach(line -> Items.change(item, line)));
        list(ask).contacts.all().forEach(Items::sumUp);
        return account.replies.flag(found.isPresent());
    }

    private Answer remove(RequestReader ask) {
        Set<String> products = texts(ask);
        return account.replies.scalar(removeFrom(account.contact(ask), item -> products.contains(item.get("prod_id"))));
    }

    private Answer removeItems(RequestReader ask) {
        Set<String> items = texts(ask);
        return account.replies.scalar(list(ask).contacts.stream()
                .mapToInt(order -> removeFrom(order, item -> items.contains(item.get("oi_id"))))
                .sum());
    }

    private static int removeFrom(Contact order, Predicate<Map<String, String>> which) {
        int before = order.products().size();
        order.products(order.products().stream().filter(which.negate()).toList());
        Items.sumUp(order);
        return before - order.products().size();
    }

    private static boolean fits(Map<String, String> item, JsonNode line) {
        return line.has("prod_id")
                ? line.path("prod_id").asText().equals(item.get("prod_id"))
                : line.path("prod_sku").asText().equals(item.get("oi_sku"));
    }

    private Contact byShopOrder(RequestReader ask) {
        return list(ask).contacts("mssys_shoprenter_id", ask.path("order")).stream()
                .findFirst()
                .orElseThrow(() -> Dialect.wrongParameters("unknown order"));
    }

    private Optional<Map<String, String>> item(RequestReader ask) {
        return list(ask).contacts.stream()
                .flatMap(order -> order.products().stream())
                .filter(item -> ask.path("oi").equals(item.get("oi_id")))
                .findFirst();
    }

    private ContactList list(RequestReader ask) {
        ContactList list = account.list(ask);
        if (!list.isOrders()) {
            throw Dialect.wrongParameters("not an order list");
        }
        return list;
    }

    private static JsonNode lines(RequestReader ask) {
        JsonNode lines = ask.object().path("products");
        if (!lines.isArray() || lines.isEmpty()) {
            throw Dialect.wrongParameters("products");
        }
        return lines;
    }

    private static Set<String> texts(RequestReader ask) {
        Set<String> texts = new HashSet<>();
        ask.array().forEach(id -> texts.add(id.asText()));
        return texts;
    }
}
