package io.mostik.bridge.link;

import io.mostik.core.json.Json;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the value of one field of an action comes from, and what is done to it, in this order: values of the source, split,
 * the first one only, lookup, conversion, joined, default, cut.
 *
 * @param field the field of the action
 * @param source a template, whose only path may lead to several values; empty for a fixed value
 * @param value the fixed value, or empty
 * @param conversion how it is read
 * @param parts how several values become one
 * @param lookup the table that it goes through
 * @param otherwise what stands in for no value
 * @param required whether nothing is to be done without it
 * @param longest the greatest number of characters; what is longer is cut
 * @param line its line in the file
 */
public record MapRule(
        String field,
        Optional<Template> source,
        Optional<String> value,
        Conversion conversion,
        Parts parts,
        Optional<Lookup> lookup,
        Optional<String> otherwise,
        boolean required,
        Optional<Integer> longest,
        int line) {

    /**
     * How several values become one.
     *
     * @param split what parts one text; empty for nothing
     * @param join what stands between several
     * @param first whether only the first counts
     */
    public record Parts(Optional<String> split, String join, boolean first) {

        /** As values come, joined by a comma. */
        public static final Parts DEFAULT = new Parts(Optional.empty(), ",", false);

        /** Checks that no part is missing. */
        public Parts {
            Objects.requireNonNull(split, "split");
            Objects.requireNonNull(join, "join");
        }
    }

    /** Checks that no part is missing. */
    public MapRule {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(conversion, "conversion");
        Objects.requireNonNull(parts, "parts");
        Objects.requireNonNull(lookup, "lookup");
        Objects.requireNonNull(otherwise, "otherwise");
        Objects.requireNonNull(longest, "longest");
    }

    /** Returns the rule of a fixed value. */
    static MapRule fixed(String field, String value, int line) {
        return new MapRule(
                field,
                Optional.empty(),
                Optional.of(value),
                Conversion.of(Conversion.Kind.TEXT),
                Parts.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                line);
    }

    /** Returns where its value comes from, for people. */
    public String origin() {
        return source.map(Template::toString).orElse("fixed");
    }

    /** Returns all that decides what it does; not where it stands. */
    String text() {
        return String.join(
                "|",
                field,
                source.toString(),
                value.toString(),
                conversion.toString(),
                parts.toString(),
                lookup.map(Lookup::text).orElse(""),
                otherwise.toString(),
                Boolean.toString(required),
                longest.toString());
    }

    Result apply(Json data, ZoneId zone) {
        if (value.isPresent()) {
            return new Result(value, Optional.empty());
        }
        List<String> values = split(values(data));
        List<String> read = new ArrayList<>();
        Optional<String> trouble = values.isEmpty() ? Optional.of("absent") : Optional.empty();
        for (String each : parts.first() ? values.stream().limit(1).toList() : values) {
            Optional<String> known = lookup.map(table -> table.find(each)).orElse(Optional.of(each));
            Optional<String> converted = known.flatMap(text -> conversion.apply(text, zone));
            if (converted.isEmpty()) {
                trouble = Optional.of(
                        known.isEmpty() ? "not in " + lookup.map(Lookup::name).orElse("") : "unreadable");
            }
            converted.map(StorableText::of).filter(text -> !text.isBlank()).ifPresent(read::add);
        }
        Optional<String> joined = read.isEmpty() ? otherwise : Optional.of(String.join(parts.join(), read));
        return new Result(joined.map(this::cut), trouble);
    }

    /** One path alone may lead to several values, each to be read by itself. */
    private List<String> values(Json data) {
        Template template = source.orElseThrow();
        boolean isPath = template.paths().size() == 1
                && template.toString().strip().equals("{" + template.paths().get(0) + "}");
        return isPath
                ? template.paths().get(0).values(data)
                : template.render(data).stream().toList();
    }

    private List<String> split(List<String> values) {
        return parts.split()
                .map(separator -> values.stream()
                        .flatMap(text ->
                                Pattern.compile(Pattern.quote(separator)).splitAsStream(text))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList())
                .orElse(values);
    }

    private String cut(String text) {
        int most = longest.orElse(Integer.MAX_VALUE);
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /**
     * What a rule has made of an event.
     *
     * @param value the value, if there is one
     * @param trouble why a part of it, or all, is missing; without content
     */
    record Result(Optional<String> value, Optional<String> trouble) {}
}
