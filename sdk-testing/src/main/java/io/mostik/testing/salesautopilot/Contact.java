package io.mostik.testing.salesautopilot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One record of a list; in an order list, one order. Keeps what was written; what was not is empty by its column. */
final class Contact {

    private final long id;
    private final Map<String, ColumnType> columns;
    private final Map<String, String> values = new HashMap<>();
    private List<Map<String, String>> products = List.of();

    Contact(long id, Map<String, ColumnType> columns) {
        this.id = id;
        this.columns = columns;
        values.put("id", Long.toString(id));
    }

    long id() {
        return id;
    }

    String value(String column) {
        return values.getOrDefault(
                column, columns.getOrDefault(column, ColumnType.TEXT).none());
    }

    void set(String column, String value) {
        values.put(column, value);
    }

    void set(Map<String, String> changes) {
        values.putAll(changes);
    }

    List<Map<String, String>> products() {
        return products;
    }

    void products(List<Map<String, String>> newProducts) {
        products = newProducts;
    }

    Map<String, String> values() {
        Map<String, String> all = new LinkedHashMap<>();
        columns.keySet().forEach(column -> all.put(column, value(column)));
        return all;
    }

    /** Returns the record as reads show it: every value a string. */
    Map<String, Object> wire(boolean withProducts) {
        Map<String, Object> wire = new LinkedHashMap<>(values());
        if (withProducts) {
            wire.put("products", products);
        }
        return wire;
    }

    /** Returns these columns alone. */
    Map<String, Object> wire(Set<String> named) {
        Map<String, Object> wire = new LinkedHashMap<>();
        named.forEach(column -> wire.put(column, value(column)));
        return wire;
    }
}
