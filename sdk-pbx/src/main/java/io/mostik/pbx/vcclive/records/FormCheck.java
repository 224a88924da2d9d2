package io.mostik.pbx.vcclive.records;

import io.mostik.pbx.vcclive.projects.FieldType;
import io.mostik.pbx.vcclive.projects.ProjectField;
import io.mostik.pbx.vcclive.projects.ProjectParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares forms with the fields of a project before they are sent: what the vendor does with a field that it does not
 * know is not documented, and a text that no value has makes it create one, silently. Immutable and thread-safe.
 */
public final class FormCheck {

    private static final String SLOT = "phone[1-9]";

    private final Map<String, ProjectField> fields;

    private FormCheck(Map<String, ProjectField> fields) {
        this.fields = fields;
    }

    /** Returns the check against a project, as {@code VccLive.projects().get(id)} tells it. */
    public static FormCheck of(ProjectParameters project) {
        return new FormCheck(project.fields().stream()
                .filter(field -> field.name().isPresent())
                .collect(Collectors.toMap(field -> field.name().orElse(""), Function.identity(), (one, other) -> one)));
    }

    /** Returns the names in a form that the project does not know; phone slots are known everywhere. */
    public List<String> unknownFields(Map<String, FormValue> form) {
        return form.keySet().stream()
                .filter(name -> !fields.containsKey(name) && !name.matches(SLOT))
                .sorted()
                .toList();
    }

    /** Returns the fields of choice in a form to which the vendor would add values, with the texts of these values. */
    public Map<String, List<String>> newValues(Map<String, FormValue> form) {
        Map<String, List<String>> fresh = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            ProjectField field = fields.get(name);
            List<String> texts = field == null ? List.of() : newValues(field, value);
            if (!texts.isEmpty()) {
                fresh.put(name, texts);
            }
        });
        return fresh;
    }

    /**
     * Refuses a form with a field that the project does not know.
     *
     * @throws IllegalArgumentException naming the fields
     */
    public void requireKnownFields(Map<String, FormValue> form) {
        List<String> unknown = unknownFields(form);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("form holds fields that the project does not have: " + unknown);
        }
    }

    private static List<String> newValues(ProjectField field, FormValue value) {
        FieldType type = field.type().orElse(FieldType.TEXT);
        if (!type.equals(FieldType.SIMPLE) && !type.equals(FieldType.MULTIPLE)) {
            return List.of();
        }
        Set<String> known = field.values().stream()
                .flatMap(one -> Stream.concat(one.name().stream(), Stream.of(Long.toString(one.valueId()))))
                .collect(Collectors.toSet());
        List<String> fresh = new ArrayList<>(value.parts(type));
        fresh.removeAll(known);
        return fresh;
    }
}
