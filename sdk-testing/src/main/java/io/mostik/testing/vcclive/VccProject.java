package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.vcclive.VccAccount.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project: its fields, dispositions and records. */
final class VccProject {

    private final long id;
    private final String name;
    private final Ids ids;
    private final Map<String, VccField> fields = new LinkedHashMap<>();
    private final Map<Long, VccDisposition> dispositions = new LinkedHashMap<>();
    private final Map<Long, VccRecord> records = new LinkedHashMap<>();
    private final VccQuotas quotas = new VccQuotas();

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

    void addField(String fieldName, String type, List<String> values) {
        VccField field = new VccField(ids.next(), fieldName, type, VccField.Settings.none(), ids);
        values.stream().map(VccValue::named).forEach(field::addValue);
        add(field);
    }

    void add(VccField field) {
        fields.put(field.name(), field);
    }

    Optional<VccField> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    Optional<VccField> field(long fieldId) {
        return fields.values().stream().filter(field -> field.id() == fieldId).findFirst();
    }

    VccQuotas quotas() {
        return quotas;
    }

    /** Returns a copy of fields and dispositions; records and quotas stay here. */
    VccProject copy(long copyId, String copyName) {
        VccProject copy = new VccProject(copyId, copyName, ids);
        fields.values().forEach(field -> copy.add(field.copy()));
        dispositions.values().forEach(copy::addDisposition);
        return copy;
    }

    void addDisposition(VccDisposition disposition) {
        dispositions.put(disposition.id(), disposition);
    }

    Optional<VccDisposition> disposition(long dispositionId) {
        return Optional.ofNullable(dispositions.get(dispositionId));
    }

    boolean hasField(String fieldName) {
        return fields.containsKey(fieldName);
    }

    void add(VccRecord record) {
        records.put(record.id(), record);
    }

    Optional<VccRecord> record(long numberId) {
        return Optional.ofNullable(records.get(numberId));
    }

    List<VccRecord> records() {
        return List.copyOf(records.values());
    }

    /** Returns what is kept of the values sent by field name; a phone or unknown field keeps its text. */
    Map<String, Object> read(JsonNode sent) {
        Map<String, Object> kept = new LinkedHashMap<>();
        sent.properties().forEach(each -> {
            VccField field = fields.get(each.getKey());
            Object value = field == null ? VccField.text(each.getKey(), each.getValue()) : field.read(each.getValue());
            kept.put(each.getKey(), value);
        });
        return kept;
    }

    String words(String fieldName, Object kept) {
        VccField field = fields.get(fieldName);
        return field == null ? kept.toString() : field.words(kept);
    }

    Map<String, Object> describe() {
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("projectid", id);
        project.put("name", name);
        project.put("status", "active");
        project.put("folderid", 0);
        project.put("container", false);
        project.put("folder", "");
        return project;
    }

    Map<String, Object> parameters() {
        return Map.of(
                "fields", fields.values().stream().map(VccField::describe).toList(),
                "dispositions",
                        dispositions.values().stream()
                                .map(VccDisposition::describe)
                                .toList());
    }
}
