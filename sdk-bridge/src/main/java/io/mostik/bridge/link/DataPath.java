package io.mostik.bridge.link;

import io.mostik.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value is in the data of an event: {@code merges.PHONE}, {@code legs[0].ext}, {@code items[*].name}. Names may hold
 * anything but dots, braces and square brackets. Immutable.
 */
public final class DataPath {

    private static final Pattern PART = Pattern.compile("([^.\\[\\]{}]+)((?:\\[(?:\\d{1,6}|\\*)\\])*)");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+|\\*)\\]");
    private static final int LONGEST = 200;
    private static final int MOST_VALUES = 1_000;
    private static final String ALL = "*";

    private final String text;
    private final List<String> steps;

    private DataPath(String text, List<String> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none; the reason is in the message
     */
    public static DataPath of(String text) {
        String path = text.strip();
        if (path.isEmpty() || path.length() > LONGEST) {
            throw new IllegalArgumentException("a path must have 1 to " + LONGEST + " characters");
        }
        List<String> steps = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "is no path: parts between points, with [0] or [*] behind those that are lists");
            }
            steps.add(matcher.group(1).strip());
            INDEX.matcher(matcher.group(2)).results().forEach(index -> steps.add("[" + index.group(1)));
        }
        return new DataPath(path, steps);
    }

    /** Returns its first name. */
    String root() {
        return steps.get(0);
    }

    /** Returns its last name. */
    String last() {
        return steps.stream()
                .filter(step -> !step.startsWith("["))
                .reduce((one, next) -> next)
                .orElse(text);
    }

    /** Returns the scalar values it leads to, at most 1,000; blank ones and null count as absent. */
    public List<String> values(Json data) {
        List<Json> found = List.of(data);
        for (String step : steps) {
            found = found.stream()
                    .flatMap(json -> next(json, step).stream())
                    .limit(MOST_VALUES)
                    .toList();
        }
        return found.stream()
                .flatMap(json -> json.isArray() ? json.elements().stream() : List.of(json).stream())
                .flatMap(json -> json.text().stream())
                .filter(value -> !value.isBlank())
                .limit(MOST_VALUES)
                .toList();
    }

    private static List<Json> next(Json json, String step) {
        if (!step.startsWith("[")) {
            return List.of(json.get(step));
        }
        List<Json> elements = json.elements();
        if (step.substring(1).equals(ALL)) {
            return elements;
        }
        int index = Integer.parseInt(step.substring(1));
        return index < elements.size() ? List.of(elements.get(index)) : List.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataPath that && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /** Returns it as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
