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

        /** Returns whether it is known after so many that there may have been more of them. */
        boolean isSure(long found) {
            return found > most || (found >= least && most == Long.MAX_VALUE);
        }

        @Override
        public String toString() {
            if (least == most) {
                return "exactly " + least;
            }
            return most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
        }
    }

    static Expectation of(JsonNode node) {
        Given given = Given.of(node, NAMES);
        Optional<Long> exactly = count(given, "exactly");
        Optional<Long> atLeast = count(given, "atLeast");
        Optional<Long> atMost = count(given, "atMost");
        if (exactly.isPresent() && (atLeast.isPresent() || atMost.isPresent())) {
            throw Refused.invalid("exactly stands alone, without atLeast and atMost");
        }
        long least = exactly.or(() -> atLeast).orElse(atMost.isPresent() ? 0L : 1L);
        long most = exactly.or(() -> atMost).orElse(Long.MAX_VALUE);
        if (least > most) {
            throw Refused.invalid("Nothing is at least " + least + " and at most " + most);
        }
        return new Expectation(
                given.verb(),
                given.path(),
                given.text("contains").orElse(""),
                given.flag("executed"),
                new Range(least, most));
    }

    private static Optional<Long> count(Given given, String name) {
        return given.number(name, 0, 999_999_999, "a number of requests");
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
    Map<String, Object> check(RunningVendor vendor) {
        List<JournalEntry> journal = vendor.journal();
        List<JournalEntry> found = find(journal);
        if (vendor.forgotten() > 0 && !range.isSure(found.size())) {
            throw new Refused(
                    409,
                    vendor.forgotten()
                            + " requests are kept no more, so that nobody can tell: --journal keeps the latest "
                            + vendor.kept()
                            + ". Clear the journal before what is counted, or start with a larger --journal");
        }
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
