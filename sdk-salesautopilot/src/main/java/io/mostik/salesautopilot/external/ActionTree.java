package io.mostik.salesautopilot.external;

import io.mostik.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values within values: as JSON nests them, and as forms of PHP name them, {@code products[0][qty]}. */
final class ActionTree {

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]+\\]){1,20})");
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]+)\\]");

    private ActionTree() {}

    /** Adds the texts of a value under the names that a form would give them. */
    static void flatten(String name, Json json, Map<String, String> values) {
        if (json.isObject()) {
            json.names().forEach(part -> flatten(name + "[" + part + "]", json.get(part), values));
        } else if (json.isArray()) {
            List<Json> elements = json.elements();
            for (int i = 0; i < elements.size(); i++) {
                flatten(name + "[" + i + "]", elements.get(i), values);
            }
        } else {
            json.text().ifPresent(text -> values.put(name, text));
        }
    }

    /** Returns the tree that these names tell of; numbers from 0 on are the places of a list. */
    static Json of(Map<String, String> values) {
        Map<String, Object> root = new LinkedHashMap<>();
        values.forEach((name, text) -> put(root, parts(name), text));
        return Json.of(withLists(root));
    }

    private static List<String> parts(String name) {
        Matcher nested = NAME.matcher(name);
        if (!nested.matches()) {
            return List.of(name);
        }
        List<String> parts = new ArrayList<>(List.of(nested.group(1)));
        PART.matcher(nested.group(2)).results().forEach(part -> parts.add(part.group(1)));
        return parts;
    }

    /** A text that stands where others are nested gives way to them. */
    private static void put(Map<String, Object> root, List<String> parts, String text) {
        Map<String, Object> at = root;
        for (String part : parts.subList(0, parts.size() - 1)) {
            Map<String, Object> next = at.get(part) instanceof Map<?, ?> known ? typed(known) : new LinkedHashMap<>();
            at.put(part, next);
            at = next;
        }
        at.put(parts.get(parts.size() - 1), text);
    }

    private static Object withLists(Map<String, Object> map) {
        Map<String, Object> inner = new LinkedHashMap<>();
        map.forEach((name, value) ->
                inner.put(name, value instanceof Map<?, ?> nested ? withLists(typed(nested)) : value));
        boolean isList = !inner.isEmpty();
        for (int i = 0; i < inner.size(); i++) {
            isList &= inner.containsKey(Integer.toString(i));
        }
        if (!isList) {
            return inner;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            list.add(Objects.requireNonNull(inner.get(Integer.toString(i))));
        }
        return list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> typed(Map<?, ?> nested) {
        return (Map<String, Object>) nested;
    }
}
