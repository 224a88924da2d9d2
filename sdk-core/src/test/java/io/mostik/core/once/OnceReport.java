package io.mostik.core.once;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Counts what the suite of the engine has lived through: writes it to {@code target/once.md}, and prints the row of each
 * class. Thread-safe, but the rows of classes that run at the same time mix.
 */
public final class OnceReport implements BeforeAllCallback, AfterAllCallback {

    private static final String HEAD = """
            # What the engine for once-only writes lived through

            Each answer is checked. "Twice, flagged" is what no client can prevent and the engine reports.

            | Suite | Writes | Killed | Answers | At most once | Twice, flagged | Twice, silent | Wrong answers | Stuck for ever |
            |---|---|---|---|---|---|---|---|---|
            """;
    private static final Map<String, Row> ROWS = new TreeMap<>();
    private static String current = "";

    /** What one suite has lived through. */
    public static final class Row {

        private final AtomicLong writes = new AtomicLong();
        private final AtomicLong killed = new AtomicLong();
        private final AtomicLong answers = new AtomicLong();
        private final AtomicLong flagged = new AtomicLong();
        private final AtomicLong silent = new AtomicLong();
        private final AtomicLong wrong = new AtomicLong();
        private final AtomicLong stuck = new AtomicLong();

        private Row() {}

        /** Counts processes that were killed while they ran. */
        public void killed(long count) {
            killed.addAndGet(count);
        }

        /** Counts writes, each performed under an id of its own. */
        public void writes(long count) {
            writes.addAndGet(count);
        }

        /** Counts one answer that is checked. */
        public void answer() {
            answers.incrementAndGet();
        }

        /** Counts one answer that was not true. */
        public void wrong() {
            wrong.incrementAndGet();
        }

        /** Counts a write that happened twice and was reported as such. */
        public void flagged() {
            flagged.incrementAndGet();
        }

        /** Counts writes that happened twice without a word. */
        public void silent(long count) {
            silent.addAndGet(count);
        }

        /** Counts writes that never came to an end. */
        public void stuck(long count) {
            stuck.addAndGet(count);
        }

        private String line(String name) {
            long once = writes.get() - flagged.get() - silent.get();
            return "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d |"
                    .formatted(
                            name,
                            writes.get(),
                            killed.get(),
                            answers.get(),
                            once,
                            flagged.get(),
                            silent.get(),
                            wrong.get(),
                            stuck.get());
        }
    }

    /** Returns the row of a suite. */
    public static synchronized Row row(String name) {
        return ROWS.computeIfAbsent(name, unused -> new Row());
    }

    /** Returns the row of the class that runs, on a store. */
    static synchronized Row current(EngineStore store) {
        return row(current + " on " + store);
    }

    /** Writes the report, and prints the rows of a suite. */
    public static synchronized void publish(String name) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        ROWS.forEach((suite, row) -> text.append(row.line(suite)).append('\n'));
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("once.md"), text);
        System.out.print(text.toString()
                .lines()
                .filter(line -> line.startsWith("| " + name + " "))
                .map(line -> "[once] " + line + System.lineSeparator())
                .collect(Collectors.joining()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (OnceReport.class) {
            current = nameOf(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        publish(nameOf(context));
    }

    private static String nameOf(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName().replaceFirst("Test$", "");
    }
}
