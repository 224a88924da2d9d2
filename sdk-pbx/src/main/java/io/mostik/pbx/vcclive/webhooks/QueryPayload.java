package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the parameters of an event out of a query. How the vendor writes lists and objects there is not documented:
 * repeated names, {@code name[]=}, {@code name[key]=}, commas in known lists, and JSON texts are all read.
 */
final class QueryPayload {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final Set<String> LISTS = Set.of("secondaryProjectIds", "teamids");
    private static final Pattern KEY = Pattern.compile("\\[([^\\]]*)]");

    private final Map<String, Object> root = new LinkedHashMap<>();

    private QueryPayload() {}

    static Json read(Map<String, List<String>> query, Set<String> notData) {
        QueryPayload payload = new QueryPayload();
        query.forEach((name, values) -> {
            if (!notData.contains(name)) {
                payload.add(name, values);
            }
        });
        return Json.of(payload.root);
    }

    private void add(String name, List<String> values) {
        int bracket = name.indexOf('[');
        String base = bracket < 0 ? name : name.substring(0, bracket);
        List<String> keys = new ArrayList<>();
        Matcher matcher = KEY.matcher(bracket < 0 ? "" : name.substring(bracket));
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        boolean list = LISTS.contains(base) || values.size() > 1 || (keys.size() == 1 && isIndex(keys.get(0)));
        if (list) {
            append(base, values);
        } else {
            put(base, keys, scalar(values.get(0)));
        }
    }

    private static boolean isIndex(String key) {
        return key.isEmpty() || key.chars().allMatch(Character::isDigit);
    }

    @SuppressWarnings("unchecked")
    private void append(String base, List<String> values) {
        Object known = root.computeIfAbsent(base, unused -> new ArrayList<>());
        if (known instanceof List<?> list) {
            for (String value : values) {
                for (String part : value.split(",", -1)) {
                    if (!part.isBlank()) {
                        ((List<Object>) list).add(part.strip());
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void put(String base, List<String> keys, Object value) {
        Map<String, Object> level = root;
        String name = base;
        for (String key : keys) {
            Object next = level.computeIfAbsent(name, unused -> new LinkedHashMap<>());
            if (!(next instanceof Map)) {
                return;
            }
            level = (Map<String, Object>) next;
            name = key;
        }
        level.put(name, value);
    }

    private static Object scalar(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return JSON.read(ANY, text.getBytes(StandardCharsets.UTF_8))
                        .value()
                        .orElse(text);
            } catch (JsonException e) {
                return text;
            }
        }
        return text;
    }
}
