package io.mostik.pbx.vcclive.links;

import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.PhoneReader;
import io.mostik.pbx.vcclive.internal.E164Writer;
import io.mostik.pbx.vcclive.links.SkippedField.Reason;
import io.mostik.pbx.vcclive.records.FormValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns the fields of another system into a record of VCC Live, and says what it could not turn.
 *
 * @param rules one for each field
 * @param region whose national forms of phone numbers are read, in two letters
 */
public record FieldMapping(List<FieldRule> rules, String region) {

    /** Refuses two rules that fill the same field. */
    public FieldMapping {
        rules = List.copyOf(rules);
        if (rules.stream().map(FieldRule::to).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("rules must not fill the same field twice");
        }
        PhoneReader unused = PhoneReader.of(region);
    }

    /** Returns the mapping of these rules, with phone numbers of Hungary. */
    public static FieldMapping of(FieldRule... rules) {
        return new FieldMapping(List.of(rules), PhoneNumber.HUNGARY);
    }

    /** Returns this mapping with phone numbers of another region, in two letters. */
    public FieldMapping region(String newRegion) {
        return new FieldMapping(rules, newRegion);
    }

    /** Returns what the rules make of these fields. */
    public MappingResult apply(Map<String, String> fields) {
        Map<String, FormValue> form = new LinkedHashMap<>();
        List<SkippedField> unmapped = new ArrayList<>();
        for (FieldRule rule : rules) {
            List<String> texts = textsOf(rule, fields);
            if (texts.isEmpty()) {
                unmapped.add(new SkippedField(rule.from(), rule.required() ? Reason.REQUIRED : Reason.MISSING));
                continue;
            }
            try {
                form.put(rule.to(), value(rule.kind(), texts));
            } catch (IllegalArgumentException e) {
                unmapped.add(new SkippedField(rule.from(), rule.required() ? Reason.REQUIRED : Reason.UNREADABLE));
            }
        }
        fields.keySet().stream()
                .filter(name -> rules.stream().noneMatch(rule -> takes(rule, name)))
                .forEach(name -> unmapped.add(new SkippedField(name, Reason.NO_RULE)));
        return new MappingResult(form, unmapped);
    }

    /** Returns the text of a field, if any; for several texts, the elements of an array that {@link LinkFields} took apart. */
    private static List<String> textsOf(FieldRule rule, Map<String, String> fields) {
        String whole = fields.getOrDefault(rule.from(), "");
        Stream<String> texts = fields.containsKey(rule.from())
                ? rule.kind() == FieldRule.Kind.TEXTS ? Arrays.stream(whole.split(",")) : Stream.of(whole)
                : fields.keySet().stream()
                        .filter(name -> takes(rule, name))
                        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .map(name -> fields.getOrDefault(name, ""));
        return texts.map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static boolean takes(FieldRule rule, String name) {
        boolean isElement = rule.kind() == FieldRule.Kind.TEXTS
                && name.startsWith(rule.from() + ".")
                && name.substring(rule.from().length() + 1).matches("[0-9]+");
        return isElement || name.equals(rule.from());
    }

    private FormValue value(FieldRule.Kind kind, List<String> texts) {
        String text = texts.get(0);
        return switch (kind) {
            case TEXT -> FormValue.text(text);
            case TEXTS -> FormValue.texts(texts);
            case VALUE_ID -> FormValue.valueId(Long.parseLong(text));
            case PHONE -> FormValue.text(E164Writer.of("phone", text, region));
        };
    }
}
