package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** What a request to the control API says, by name, read strictly: a slip must not pass for a dial that was set. */
final class Given {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final JsonNode node;

    private Given(JsonNode node) {
        this.node = node;
    }

    /** Reads an object, or nothing, that has no other names. */
    static Given of(JsonNode node, Set<String> names) {
        if (!node.isObject() && !node.isMissingNode()) {
            throw Refused.invalid("A JSON object is needed, with some of "
                    + names.stream().sorted().toList());
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw Refused.invalid("Unknown " + name + "; known are "
                        + names.stream().sorted().toList());
            }
        });
        return new Given(node);
    }

    boolean has(String name) {
        return node.has(name);
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    /** Returns a text or number as text; empty if it is not there. */
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.isNull()) {
            throw Refused.invalid(name + " is a text or a number, not " + value);
        }
        return Optional.of(value.asText());
    }

    boolean flag(String name) {
        String text = text(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw Refused.invalid(name + " is true or false, not " + text);
        }
        return text.equals("true");
    }

    /** Returns a whole number of these; {@code kind} says in the refusal what it is. */
    Optional<Long> number(String name, long least, long most, String kind) {
        Optional<String> text = text(name);
        Optional<Long> number = text.filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(each -> each >= least && each <= most);
        if (text.isPresent() && number.isEmpty()) {
            throw Refused.invalid(name + " is " + kind + ", not " + text.get());
        }
        return number;
    }

    /** Returns a duration of a hundred years at most. */
    Optional<Duration> duration(String name) {
        return text(name).map(text -> duration(name, text));
    }

    private static Duration duration(String name, String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new Refused(422, name + " is a duration such as PT2S, not " + text);
        }
        throw Refused.invalid(name + " is from PT0S to a hundred years, not " + text);
    }

    /** Returns the verb in capitals, as requests have it; empty for any. */
    String verb() {
        String verb = text("method").orElse("");
        if (!verb.matches("[A-Z]*")) {
            throw Refused.invalid("method is a verb in capitals such as POST, not " + verb);
        }
        return verb;
    }

    /** Returns the path or template; empty for any. */
    String path() {
        String path = text("path").orElse("");
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw Refused.invalid("path starts with /, as " + path + " does not");
        }
        return path;
    }
}
