package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.JournalEntry;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.internal.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody expects of a journal: requests of a verb and path, perhaps with a text in them, so many of them.
 *
 * @param method the verb; empty for any
 * @param path a path or template such as {@code /orders/{id}}; empty for any
 * @param contains a text that body or query has; empty for any
 * @param executed whether only what the vendor has executed counts
 */
record Expectation(String method, String path, String contains, boolean executed, Range range) {

    private static final Set<String> NAMES =
            Set.of("method", "path", "contains", "executed", "exactly", "atLeast", "atMost");

    /** How many requests are right. */
    record Range(long least, long most) {

        @Override
        public String toString() {
            if (least == most) {
                return "exactly " + least;
            }
            return most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
        }
    }

    static Expectation of(JsonNode given) {
        given.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                throw Refused.invalid("Unknown " + name + "; known are "
                        + NAMES.stream().sorted().toList());
            }
        });
        Optional<Long> exactly = count(given, "exactly");
        long least = exactly.or(() -> count(given, "atLeast")).orElse(given.has("atMost") ? 0L : 1L);
        long most = exactly.or(() -> count(given, "atMost")).orElse(Long.MAX_VALUE);
        return new Expectation(
                given.path("method").asText(""),
                given.path("path").asText(""),
                given.path("contains").asText(""),
                given.path("executed").asBoolean(false),
                new Range(least, most));
    }

    private static Optional<Long> count(JsonNode given, String name) {
        if (!given.has(name)) {
            return Optional.empty();
        }
        String text = given.path(name).asText();
        if (!text.matches("\\d{1,9}")) {
            throw Refused.invalid(name + " is a number of requests, not " + text);
        }
        return Optional.of(Long.valueOf(text));
    }

    List<JournalEntry> find(List<JournalEntry> journal) {
        return journal.stream().filter(this::fits).toList();
    }

    private boolean fits(JournalEntry entry) {
        RecordedRequest request = entry.request();
        return (method.isEmpty() || method.equals(request.method()))
                && (path.isEmpty() || request.match(path).isPresent())
                && (!executed || entry.acted())
                && (contains.isEmpty()
                        || request.text().contains(contains)
                        || request.rawQuery().contains(contains));
    }

    /** Returns what was found; refuses with 422 if it is not what was expected, and says what came. */
    Map<String, Object> check(List<JournalEntry> journal) {
        List<JournalEntry> found = find(journal);
        boolean right = found.size() >= range.least && found.size() <= range.most;
        JsonObject result = new JsonObject()
                .with("ok", right)
                .with("expected", (range + " " + method).strip() + (path.isEmpty() ? "" : " " + path))
                .with("found", found.size());
        if (!right) {
            String came = "Expected " + result.get("expected") + ", found " + found.size() + " of " + journal.size();
            throw new Refused(
                    422,
                    came,
                    result.with(
                            "received",
                            journal.stream().map(entry -> line(entry)).toList()));
        }
        return result;
    }

    static String line(JournalEntry entry) {
        return entry.request().method() + " " + entry.request().path() + (entry.acted() ? "" : " (not executed)");
    }
}
