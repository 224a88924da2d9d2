package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.vcclive.VccAccount.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A custom field of a project: text, one choice, or several. */
final class VccField {

    private final long id;
    private final String name;
    private final String type;
    private final Ids ids;
    private final Map<Long, String> values = new LinkedHashMap<>();

    VccField(long id, String name, String type, Ids ids) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.ids = ids;
    }

    void addValue(String valueName) {
        values.put(ids.next(), valueName);
    }

    /** Returns what is kept of a value that was sent; text that fits no choice makes a new one. */
    Object read(JsonNode sent) {
        return switch (type) {
            case "simple" -> choice(sent);
            case "multiple" -> sent.isTextual() ? choices(sent.asText()) : List.of(choice(sent));
            default -> text(name, sent);
        };
    }

    /** Returns a kept value in words. */
    String words(Object kept) {
        if (kept instanceof List<?> several) {
            return several.stream().map(this::words).collect(Collectors.joining("|"));
        }
        return kept instanceof Long valueId ? values.getOrDefault(valueId, "") : kept.toString();
    }

    Map<String, Object> describe() {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("fieldid", id);
        field.put("name", name);
        field.put("label", name);
        field.put("type", type);
        field.put("indexed", "no");
        field.put("customised", "no");
        List<Map<String, Object>> described = new ArrayList<>();
        values.forEach((valueId, value) -> described.add(describe(valueId, value)));
        field.put("values", described);
        return field;
    }

    static String text(String name, JsonNode sent) {
        if (!sent.isValueNode()) {
            throw VccRefusal.bad(name);
        }
        return sent.isNull() ? "" : sent.asText();
    }

    private List<Long> choices(String text) {
        List<Long> chosen = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            chosen.add(choice(part));
        }
        return chosen;
    }

    private Long choice(JsonNode sent) {
        if (sent.isIntegralNumber() && !values.containsKey(sent.asLong())) {
            throw VccRefusal.bad(name);
        }
        return sent.isIntegralNumber() ? Long.valueOf(sent.asLong()) : choice(text(name, sent));
    }

    private Long choice(String text) {
        if (text.matches("\\d{1,18}") && values.containsKey(Long.valueOf(text))) {
            return Long.valueOf(text);
        }
        if (!values.containsValue(text)) {
            addValue(text);
        }
        return values.entrySet().stream()
                .filter(value -> value.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> describe(long valueId, String value) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("valueid", valueId);
        described.put("fieldid", id);
        described.put("name", value);
        described.put("label", value);
        described.put("export_value", "");
        described.put("description", "");
        described.put("commission", 0);
        described.put("price", 0);
        return described;
    }
}
