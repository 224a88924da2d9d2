package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Changes many records at once, as far as it goes: their values, or their dispositions. */
record RecordBatch(VccProject project, JsonNode sent) {

    Answer modify() {
        return Batch.of(elements(), this::modifyOne).answer();
    }

    Answer setDispositions(BiConsumer<VccRecord, JsonNode> setter) {
        return Batch.of(elements(), element -> {
                    if (element.has("numberid") == element.has("search")) {
                        throw VccRefusal.missing("numberid");
                    }
                    List<VccRecord> records = find(element, record -> isOneOf(record, element.path("search")));
                    ObjectNode merged = sent.path("disposition").isObject()
                            ? sent.path("disposition").deepCopy()
                            : element.deepCopy();
                    element.properties().forEach(property -> merged.set(property.getKey(), property.getValue()));
                    records.forEach(record -> setter.accept(record, merged));
                    return true;
                })
                .answer();
    }

    private JsonNode elements() {
        JsonNode elements = sent.path("elements");
        if (!elements.isArray()) {
            throw elements.isMissingNode() ? VccRefusal.missing("elements") : VccRefusal.bad("elements");
        }
        return elements;
    }

    private boolean modifyOne(JsonNode element) {
        if (!element.path("form").isObject() || element.has("numberid") == element.has("search")) {
            throw VccRefusal.missing(element.path("form").isObject() ? "numberid" : "form");
        }
        List<VccRecord> records = find(element, record -> hasValues(record, element.path("search")));
        Map<String, Object> values = new LinkedHashMap<>();
        if (sent.path("default").isObject()) {
            values.putAll(project.read(sent.path("default")));
        }
        values.putAll(project.read(element.path("form")));
        records.forEach(record -> record.putAll(values));
        return true;
    }

    /** Returns the record of the id that is sent as text, or those that a search finds. */
    private List<VccRecord> find(JsonNode element, Predicate<VccRecord> search) {
        boolean byId = element.has("numberid");
        List<VccRecord> found = project.records.stream()
                .filter(byId ? record -> isText(element.path("numberid"), record.id()) : search)
                .toList();
        if (found.isEmpty()) {
            throw VccRefusal.bad(byId ? "numberid" : "search");
        }
        return found;
    }

    private boolean hasValues(VccRecord record, JsonNode criteria) {
        return !criteria.isEmpty()
                && criteria.properties().stream().allMatch(criterion -> {
                    Object kept = record.data.getOrDefault(criterion.getKey(), "");
                    return project.words(criterion.getKey(), kept)
                            .equals(criterion.getValue().asText());
                });
    }

    /** Returns whether one search, or one of an array, finds a record. */
    private static boolean isOneOf(VccRecord record, JsonNode search) {
        List<JsonNode> searches = new ArrayList<>();
        if (search.isArray()) {
            search.forEach(searches::add);
        } else {
            searches.add(search);
        }
        return searches.stream().anyMatch(each -> fits(record, each));
    }

    private static boolean fits(VccRecord record, JsonNode search) {
        return !search.isEmpty()
                && search.properties().stream().allMatch(criterion -> switch (criterion.getKey()) {
                    case "numberid" -> isText(criterion.getValue(), record.id());
                    case "pref_userid" ->
                        isText(criterion.getValue(), record.latest().getOrDefault("userid", ""));
                    case "act_status" ->
                        isText(criterion.getValue(), record.latest().getOrDefault("dispositionid", ""));
                    default -> throw VccRefusal.bad("search");
                });
    }

    private static boolean isText(JsonNode sent, Object id) {
        return sent.isTextual() && sent.asText().equals(String.valueOf(id));
    }
}
