package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sets dispositions on many records at once, as far as it goes. */
final class DispositionBatch {

    private final BiConsumer<VccRecord, JsonNode> setter;

    DispositionBatch(BiConsumer<VccRecord, JsonNode> setter) {
        this.setter = setter;
    }

    Answer set(VccProject project, JsonNode sent) {
        JsonNode elements = sent.path("elements");
        if (!elements.isArray()) {
            throw elements.isMissingNode() ? VccRefusal.missing("elements") : VccRefusal.bad("elements");
        }
        return Batch.of(elements, element -> {
                    List<VccRecord> records = find(project, element);
                    JsonNode merged = merged(sent.path("disposition"), element);
                    records.forEach(record -> setter.accept(record, merged));
                    return true;
                })
                .answer();
    }

    private static JsonNode merged(JsonNode defaults, JsonNode element) {
        ObjectNode merged = defaults.isObject() ? defaults.deepCopy() : element.deepCopy();
        element.properties().forEach(property -> merged.set(property.getKey(), property.getValue()));
        return merged;
    }

    private static List<VccRecord> find(VccProject project, JsonNode element) {
        if (element.has("numberid") == element.has("search")) {
            throw VccRefusal.missing("numberid");
        }
        List<JsonNode> searches = new ArrayList<>();
        if (element.path("search").isArray()) {
            element.path("search").forEach(searches::add);
        } else {
            searches.add(element.path("search"));
        }
        List<VccRecord> found = project.records().stream()
                .filter(record -> element.has("numberid")
                        ? isText(element.path("numberid"), record.id())
                        : searches.stream().anyMatch(search -> fits(record, search)))
                .toList();
        if (found.isEmpty()) {
            throw VccRefusal.bad(element.has("numberid") ? "numberid" : "search");
        }
        return found;
    }

    private static boolean fits(VccRecord record, JsonNode search) {
        return !search.isEmpty()
                && search.properties().stream().allMatch(criterion -> switch (criterion.getKey()) {
                    case "numberid" -> isText(criterion.getValue(), record.id());
                    case "pref_userid" ->
                        isText(criterion.getValue(), latest(record).getOrDefault("userid", ""));
                    case "act_status" ->
                        isText(criterion.getValue(), latest(record).getOrDefault("dispositionid", ""));
                    default -> throw VccRefusal.bad("search");
                });
    }

    private static Map<String, Object> latest(VccRecord record) {
        List<Map<String, Object>> events = record.events();
        return events.isEmpty() ? Map.of() : events.get(events.size() - 1);
    }

    private static boolean isText(JsonNode sent, Object id) {
        return sent.isTextual() && sent.asText().equals(String.valueOf(id));
    }
}
