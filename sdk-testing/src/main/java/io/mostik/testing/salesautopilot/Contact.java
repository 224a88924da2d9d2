package io.mostik.testing.salesautopilot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One record of a list; in an order list, one order. */
final class Contact {

    private final long id;
    private final Map<String, String> values = new LinkedHashMap<>();
    private List<Map<String, String>> products = List.of();

    Contact(long id) {
        this.id = id;
        values.put("id", Long.toString(id));
    }

    long id() {
        return id;
    }

    String value(String column) {
        return values.getOrDefault(column, "");
    }

    void set(String column, String value) {
        values.put(column, value);
    }

    void set(Map<String, String> changes) {
        values.putAll(changes);
    }

    void products(List<Map<String, String>> newProducts) {
        products = newProducts;
    }

    Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    /** Returns the record as reads show it: every value a string. */
    Map<String, Object> wire(boolean withProducts) {
        Map<String, Object> wire = new LinkedHashMap<>(values);
        if (withProducts) {
            wire.put("products", products);
        }
        return wire;
    }

    /** Returns these columns alone. */
    Map<String, Object> wire(Set<String> columns) {
        Map<String, Object> wire = new LinkedHashMap<>();
        columns.forEach(column -> wire.put(column, value(column)));
        return wire;
    }
}
