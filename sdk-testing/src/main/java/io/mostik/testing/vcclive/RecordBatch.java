package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Modifies many records at once, as far as it goes. */
final class RecordBatch {

    RecordBatch() {}

    Answer modify(VccProject project, JsonNode sent) {
        JsonNode elements = sent.path("elements");
        if (elements.isMissingNode()) {
            throw VccRefusal.missing("elements");
        }
        if (!elements.isArray()) {
            throw VccRefusal.bad("elements");
        }
        return Batch.of(elements, element -> modifyOne(project, sent.path("default"), element))
                .answer();
    }

    private static boolean modifyOne(VccProject project, JsonNode defaults, JsonNode element) {
        if (!element.path("form").isObject() || element.has("numberid") == element.has("search")) {
            throw VccRefusal.missing(element.path("form").isObject() ? "numberid" : "form");
        }
        List<VccRecord> records = find(project, element);
        Map<String, Object> values = new LinkedHashMap<>();
        if (defaults.isObject()) {
            values.putAll(project.read(defaults));
        }
        values.putAll(project.read(element.path("form")));
        records.forEach(record -> record.putAll(values));
        return true;
    }

    private static List<VccRecord> find(VccProject project, JsonNode element) {
        JsonNode numberId = element.path("numberid");
        List<VccRecord> found = numberId.isMissingNode()
                ? search(project, element.path("search"))
                : project.records().stream()
                        .filter(record ->
                                numberId.isTextual() && numberId.asText().equals(Long.toString(record.id())))
                        .toList();
        if (found.isEmpty()) {
            throw VccRefusal.bad(numberId.isMissingNode() ? "search" : "numberid");
        }
        return found;
    }

    private static List<VccRecord> search(VccProject project, JsonNode criteria) {
        return project.records().stream()
                .filter(record -> !criteria.isEmpty()
                        && criteria.properties().stream().allMatch(criterion -> {
                            Object kept = record.data().getOrDefault(criterion.getKey(), "");
                            return project.words(criterion.getKey(), kept)
                                    .equals(criterion.getValue().asText());
                        }))
                .toList();
    }
}
