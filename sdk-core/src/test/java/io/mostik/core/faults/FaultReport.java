package io.mostik.core.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Collects what was observed, and writes {@code target/reliability.md} when the last test is over. */
final class FaultReport implements BeforeAllCallback {

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
    static void single(String row, String fault, String observed) {
        SINGLE.put(row + " | " + fault, observed);
    }

    private static void write() throws IOException {
        StringBuilder text = new StringBuilder("# Reliability: what was observed under each fault\n\n");
        text.append("JDK ").append(Runtime.version()).append(". A cell says what the caller saw (and where the call");
        text.append(" stopped), how often the SDK tried,\nhow many whole requests the server read, and the time taken");
        text.append(" against the deadline of the call.\n\n");
        text.append("| Row | Fault | READ | REPEATABLE | ONCE by GET | ONCE by POST |\n|---|---|---|---|---|---|\n");
        ROWS.forEach((row, cells) -> text.append("| ").append(row).append(line(cells)));
        text.append("\n| Row | Shown as a whole | Observed |\n|---|---|---|\n");
        SINGLE.forEach((row, observed) ->
                text.append("| ").append(row).append(" | ").append(observed).append(" |\n"));
        text.append("\n| Row | Not met, not applicable, or shown elsewhere |\n|---|---|\n");
        new TreeMap<>(NotShownHere.ROWS)
                .forEach((row, why) ->
                        text.append("| ").append(row).append(" | ").append(why).append(" |\n"));
        Path target = Path.of("target");
        try {
            Files.createDirectories(target);
            Files.writeString(target.resolve("reliability.md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Map<Kind, String> cells) {
        StringBuilder line = new StringBuilder();
        for (Kind kind : Kind.values()) {
            line.append(" | ").append(cells.getOrDefault(kind, "–"));
        }
        return line.append(" |\n").toString();
    }
}
