package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Changing the lines of orders that are there. */
final class OrderLineCalls {

    private final Account account;
    private final SavedOrderCalls orders;
    private final Replies replies;

    OrderLineCalls(Account account, SavedOrderCalls orders, Replies replies) {
        this.account = account;
        this.orders = orders;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/orderdelproduct/{nl}/oi", this::removeItems)
                .on("POST", "/orderaddproduct/{nl}/{id}", this::add)
                .on("POST", "/orderaddproduct/{nl}/{id}/oi", this::addItems)
                .on("POST", "/ordermodproduct/{nl}/{id}", (request, path) -> change(request, account.contact(path)))
                .on(
                        "POST",
                        "/ordermodproduct/{nl}/orderid/{order}",
                        (request, path) -> change(request, byShopOrder(path)))
                .on("POST", "/ordermodproduct/{nl}/oi/{oi}", this::changeItem)
                .on("POST", "/orderdelproduct/{nl}/{id}", this::remove)
                .on(
                        "GET",
                        "/orderlistproducts/{nl}/{oi}",
                        (request, path) -> replies.one(item(path).map(LinkedHashMap::new)));
    }

    private Answer add(RecordedRequest request, Map<String, String> path) {
        Contact order = account.contact(path);
        List<Map<String, String>> items = orders.items(Parameters.object(request));
        items.forEach(item -> orders.number(item, order));
        Items.add(order, items);
        return replies.scalar(items.size());
    }

    private Answer addItems(RecordedRequest request, Map<String, String> path) {
        Contact order = account.contact(path);
        List<Map<String, String>> items = new ArrayList<>();
        for (JsonNode line : lines(request)) {
            Map<String, String> item = new LinkedHashMap<>();
            item.put("prod_id", Parameters.text("prod_id", line.path("prod_id")));
            Items.change(item, line);
            orders.number(item, order);
            items.add(item);
        }
        Items.add(order, items);
        return replies.scalar(items.size());
    }

    private Answer change(RecordedRequest request, Contact order) {
        int changed = 0;
        for (JsonNode line : lines(request)) {
            for (Map<String, String> item : order.products()) {
                if (fits(item, line)) {
                    Items.change(item, line);
                    changed++;
                }
            }
        }
        Items.sumUp(order);
        return replies.scalar(changed);
    }

    private Answer changeItem(RecordedRequest request, Map<String, String> path) {
        Optional<Map<String, String>> found = item(path);
        found.ifPresent(item -> lines(request).forEach(line -> Items.change(item, line)));
        list(path).contacts().forEach(Items::sumUp);
        return replies.flag(found.isPresent());
    }

    private Answer remove(RecordedRequest request, Map<String, String> path) {
        Set<String> products = texts(request);
        return replies.scalar(removeFrom(account.contact(path), item -> products.contains(item.get("prod_id"))));
    }

    private Answer removeItems(RecordedRequest request, Map<String, String> path) {
        Set<String> items = texts(request);
        return replies.scalar(list(path).contacts().stream()
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

    private Contact byShopOrder(Map<String, String> path) {
        return list(path).contacts("mssys_shoprenter_id", path.getOrDefault("order", "")).stream()
                .findFirst()
                .orElseThrow(() -> Refusals.wrongParameters("unknown order"));
    }

    private Optional<Map<String, String>> item(Map<String, String> path) {
        return list(path).contacts().stream()
                .flatMap(order -> order.products().stream())
                .filter(item -> path.getOrDefault("oi", "").equals(item.get("oi_id")))
                .findFirst();
    }

    private ContactList list(Map<String, String> path) {
        ContactList list = account.list(Parameters.id(path, "nl"));
        if (list.type != ListType.ORDER) {
            throw Refusals.wrongParameters("not an order list");
        }
        return list;
    }

    private static JsonNode lines(RecordedRequest request) {
        JsonNode lines = Parameters.object(request).path("products");
        if (!lines.isArray() || lines.isEmpty()) {
            throw Refusals.wrongParameters("products");
        }
        return lines;
    }

    private static Set<String> texts(RecordedRequest request) {
        Set<String> texts = new HashSet<>();
        Parameters.array(request).forEach(id -> texts.add(id.asText()));
        return texts;
    }
}
