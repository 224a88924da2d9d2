package io.mostik.core.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Collects what was observed, and writes {@code target/reliability.md} when the last test is over. What is shown as a whole is
 * also kept by JDK, beside the report, so that a report holds the figures of all JDKs on which the suite ran before.
 */
public final class FaultReport implements BeforeAllCallback {

    private static final Path FOLDER = Path.of("target", "faults");
    private static final Map<String, Map<Kind, String>> ROWS = new ConcurrentSkipListMap<>();
    private static final Map<String, String> SINGLE = new ConcurrentSkipListMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(FaultReport.class))
                .getOrComputeIfAbsent("report", key -> (AutoCloseable) FaultReport::write, AutoCloseable.class);
    }

    /** Notes a cell of the table. */
    static synchronized void cell(String row, String fault, Kind kind, Observed observed) {
        ROWS.computeIfAbsent(row + " | " + fault, key -> new EnumMap<>(Kind.class))
                .merge(kind, observed.cell(), (one, other) -> one + "<br>" + other);
    }

    /** Notes a row that is not a table of effects. */
    public static void single(String row, String fault, String observed) {
        SINGLE.put(row + " | " + fault, observed.replace("\n", "<br>"));
    }

    private static void write() throws IOException {
        Files.createDirectories(FOLDER);
        StringBuilder own = new StringBuilder();
        SINGLE.forEach(
                (row, observed) -> own.append(row).append('\t').append(observed).append('\n'));
        Files.writeString(FOLDER.resolve("jdk-" + Runtime.version().feature() + ".tsv"), own);

        StringBuilder text = new StringBuilder("# Reliability: what was observed under each fault\n\n");
        text.append("## Each effect under each fault\n\nJDK ")
                .append(Runtime.version())
                .append(". A cell says what the caller saw (and where the call")
                .append(
                        " stopped), how often the SDK tried,\nhow many whole requests the server read, and the time taken")
                .append(" against the deadline of the call.\n\n")
                .append(
                        "| Row | Fault | READ | REPEATABLE | ONCE by GET | ONCE by POST |\n|---|---|---|---|---|---|\n");
        ROWS.forEach((row, cells) -> text.append("| ").append(row).append(line(cells)));
        wholes(text);
        text.append("\n## Not met, not applicable, or shown elsewhere\n\n| Row | Why, and where |\n|---|---|\n");
        new TreeMap<>(NotShownHere.ROWS)
                .forEach((row, why) ->
                        text.append("| ").append(row).append(" | ").append(why).append(" |\n"));
        Files.writeString(Path.of("target", "reliability.md"), text);
    }

    private static void wholes(StringBuilder text) throws IOException {
        Map<String, Map<String, String>> byJdk = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                byJdk.put(file.getFileName().toString().replaceAll("jdk-(.*)\\.tsv", "JDK $1"), read(file));
            }
        }
        text.append("\n## Shown as a whole\n\n| Row | Fault | ")
                .append(String.join(" | ", byJdk.keySet()))
                .append(" |\n|---|---|")
                .append("---|".repeat(byJdk.size()))
                .append('\n');
        Map<String, Boolean> rows = new TreeMap<>();
        byJdk.values().forEach(one -> one.keySet().forEach(row -> rows.put(row, true)));
        rows.keySet().forEach(row -> {
            List<String> cells = byJdk.values().stream()
                    .map(one -> one.getOrDefault(row, "–"))
                    .toList();
            text.append("| ")
                    .append(row)
                    .append(" | ")
                    .append(String.join(" | ", cells))
                    .append(" |\n");
        });
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            int tab = line.indexOf('\t');
            rows.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return rows;
    }

    private static String line(Map<Kind, String> cells) {
        StringBuilder line = new StringBuilder();
        for (Kind kind : Kind.values()) {
            line.append(" | ").append(cells.getOrDefault(kind, "–"));
        }
        return line.append(" |\n").toString();
    }
}
