package io.mostik.core.once;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Counts what the suite of the engine has lived through, and writes it to {@code target/once.md}. A life that ends with a
 * failed check counts as wrong.
 */
final class OnceReport implements BeforeAllCallback, AfterAllCallback, TestWatcher {

    private static final Map<String, OnceReport.Row> ROWS = new TreeMap<>();
    private static Row current = new Row();

    /** One line of the report. */
    private static final class Row {
        private long lives;
        private long steps;
        private long flagged;
        private long wrong;
    }

    static synchronized void countLife() {
        current.lives++;
    }

    static synchronized void countStep() {
        current.steps++;
    }

    static synchronized void countFlagged() {
        current.flagged++;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (OnceReport.class) {
            current = ROWS.computeIfAbsent(context.getDisplayName(), unused -> new Row());
        }
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        synchronized (OnceReport.class) {
            current.wrong++;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Path target = Files.createDirectories(Path.of("target"));
        synchronized (OnceReport.class) {
            StringBuilder text = new StringBuilder("# What the engine for once-only writes lived through\n\n"
                    + "| Suite | Lives | Steps, each checked | Acted twice, and flagged | Wrong, silent or stuck |\n"
                    + "|---|---|---|---|---|\n");
            ROWS.forEach((name, row) -> text.append("| %s | %,d | %,d | %,d | %d |%n"
                    .formatted(name, row.lives, row.steps, row.flagged, row.wrong)));
            Files.writeString(target.resolve("once.md"), text);
        }
    }
}
