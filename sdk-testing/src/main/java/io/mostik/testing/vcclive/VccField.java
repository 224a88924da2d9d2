package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.vcclive.VccAccount.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A custom field of a project: text, one choice, or several. */
record VccField(long id, String name, String type, Settings settings, Ids ids, Map<Long, VccValue> values) {

    VccField(long id, String name, String type, Settings settings, Ids ids) {
        this(id, name, type, settings, ids, new LinkedHashMap<>());
    }

    /** Returns the same field with the same values, for a copy of its project. */
    VccField copy() {
        VccField copy = new VccField(ids.next(), name, type, settings, ids);
        values.values().forEach(copy::addValue);
        return copy;
    }

    long addValue(VccValue value) {
        long valueId = ids.next();
        values.put(valueId, value);
        return valueId;
    }

    /** Returns the id of the value of this name. */
    Optional<Long> find(String valueName) {
        return values.entrySet().stream()
                .filter(value -> value.getValue().name().equals(valueName))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean removeValue(long valueId) {
        return values.remove(valueId) != null;
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
        return kept instanceof Long valueId && values.containsKey(valueId)
                ? values.get(valueId).name()
                : kept instanceof Long ? "" : kept.toString();
    }

    Map<String, Object> describe() {
        JsonObject field = new JsonObject()
                .with("fieldid", id)
                .with("name", name)
                .with("label", settings.label().isEmpty() ? name : settings.label())
                .with("type", type)
                .with("indexed", settings.indexed())
                .with("customised", settings.customised());
        List<Map<String, Object>> described = new ArrayList<>();
        values.forEach((valueId, value) -> described.add(value.describe(valueId, id)));
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
        return find(text).orElseGet(() -> addValue(VccValue.named(text)));
    }

    /** How a field is shown. */
    record Settings(String label, String indexed, String customised) {

        static Settings none() {
            return new Settings("", "no", "no");
        }
    }
}
