package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.Table;
import io.mostik.testing.vcclive.VccAccount.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project: its fields, dispositions and records. */
final class VccProject {

    private final long id;
    private final String name;
    private final Ids ids;
    final Table<String, VccField> fields = Table.inOrder(VccField::name, VccRefusal::notFound);
    final Table<Long, VccDisposition> dispositions = Table.inOrder(VccDisposition::id, VccRefusal::notFound);
    final Table<Long, VccRecord> records = Table.inOrder(VccRecord::id, VccRefusal::notFound);
    final VccQuotas quotas = new VccQuotas();

    VccProject(long id, String name, Ids ids) {
        this.id = id;
        this.name = name;
        this.ids = ids;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    VccField addField(String fieldName, String type, List<String> values) {
        VccField field = new VccField(ids.next(), fieldName, type, VccField.Settings.none(), ids);
        values.stream().map(VccValue::named).forEach(field::addValue);
        return fields.add(field);
    }

    /** Returns a copy of fields and dispositions; records and quotas stay here. */
    VccProject copy(long copyId, String copyName) {
        VccProject copy = new VccProject(copyId, copyName, ids);
        fields.stream().forEach(field -> copy.fields.add(field.copy()));
        dispositions.stream().forEach(copy.dispositions::add);
        return copy;
    }

    /** Returns what is kept of the values sent by field name; a phone or unknown field keeps its text. */
    Map<String, Object> read(JsonNode sent) {
        Map<String, Object> kept = new LinkedHashMap<>();
        sent.properties().forEach(each -> {
            Object value = fields.find(each.getKey())
                    .map(field -> field.read(each.getValue()))
                    .orElseGet(() -> VccField.text(each.getKey(), each.getValue()));
            kept.put(each.getKey(), value);
        });
        return kept;
    }

    String words(String fieldName, Object kept) {
        return fields.find(fieldName).map(field -> field.words(kept)).orElseGet(kept::toString);
    }

    Map<String, Object> describe() {
        return new JsonObject()
                .with("projectid", id)
                .with("name", name)
                .with("status", "active")
                .with("folderid", 0)
                .with("container", false)
                .with("folder", "");
    }

    Map<String, Object> parameters() {
        return Map.of(
                "fields", fields.stream().map(VccField::describe).toList(),
                "dispositions",
                        dispositions.stream().map(VccDisposition::describe).toList());
    }
}
