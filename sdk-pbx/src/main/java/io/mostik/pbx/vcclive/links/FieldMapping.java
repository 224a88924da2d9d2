package io.mostik.pbx.vcclive.links;

import io.mostik.pbx.vcclive.internal.WirePhone;
import io.mostik.pbx.vcclive.links.Unmapped.Reason;
import io.mostik.pbx.vcclive.records.FormValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the fields of another system into a record of VCC Live, and says what it could not turn.
 *
 * @param rules one for each field
 */
public record FieldMapping(List<FieldRule> rules) {

    /** Refuses two rules that fill the same field. */
    public FieldMapping {
        rules = List.copyOf(rules);
        if (rules.stream().map(FieldRule::to).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("rules must not fill the same field twice");
        }
    }

    /** Returns the mapping of these rules. */
    public static FieldMapping of(FieldRule... rules) {
        return new FieldMapping(List.of(rules));
    }

    /** Returns what the rules make of these fields. */
    public Mapped apply(Map<String, String> fields) {
        Map<String, FormValue> form = new LinkedHashMap<>();
        List<Unmapped> unmapped = new ArrayList<>();
        for (FieldRule rule : rules) {
            String text = fields.getOrDefault(rule.from(), "").strip();
            if (text.isEmpty()) {
                unmapped.add(new Unmapped(rule.from(), rule.required() ? Reason.REQUIRED : Reason.MISSING));
                continue;
            }
            try {
                form.put(rule.to(), value(rule.kind(), text));
            } catch (IllegalArgumentException e) {
                unmapped.add(new Unmapped(rule.from(), rule.required() ? Reason.REQUIRED : Reason.UNREADABLE));
            }
        }
        fields.keySet().stream()
                .filter(name -> rules.stream().noneMatch(rule -> rule.from().equals(name)))
                .forEach(name -> unmapped.add(new Unmapped(name, Reason.NO_RULE)));
        return new Mapped(form, unmapped);
    }

    private static FormValue value(FieldRule.Kind kind, String text) {
        return switch (kind) {
            case TEXT -> FormValue.text(text);
            case TEXTS ->
                FormValue.texts(Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList());
            case VALUE_ID -> FormValue.valueId(Long.parseLong(text));
            case PHONE -> FormValue.text(WirePhone.of("phone", text));
        };
    }
}
