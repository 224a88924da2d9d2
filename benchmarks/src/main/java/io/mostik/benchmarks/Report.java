package io.mostik.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures everything and prints the table; with {@code bench.report} set, writes it into that file between its marks.
 * Arguments: the size, 1 for a quick look and 5 for the record, then the parts to measure, all by default.
 */
public final class Report {

    private static final String BEGIN = "<!-- figures -->";
    private static final String END = "<!-- end of figures -->";

    private final String size;
    private final List<String> parts;
    private final List<Row> rows = new ArrayList<>();
    private final long started = System.nanoTime();

    private Report(String size, List<String> parts) {
        this.size = size;
        this.parts = parts;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        Report report = new Report(all.isEmpty() ? "1" : all.get(0), all.subList(Math.min(1, all.size()), all.size()));
        Jvm first = Jvm.other(17).orElse(Jvm.current());
        Optional<Jvm> second = Jvm.other(25).filter(jvm -> jvm.version() != first.version());
        Path folder = Files.createTempDirectory("mostik-bench");
        try (Server server = new Server(second.orElse(first))) {
            report.measure(first, second, server, folder);
        } finally {
            Heap.delete(folder);
        }
        report.write(first, second);
    }

    private void measure(Jvm first, Optional<Jvm> second, Server server, Path folder) {
        Jars jars = new Jars(folder);
        List<Jvm> both = new ArrayList<>(List.of(first));
        second.ifPresent(both::add);
        for (Jvm jvm : both) {
            fork("calls", jvm, Calls.class, server.base(""));
            fork("wave", jvm, BurstLoad.class, server.base("/wait/50"));
        }
        fork("walk", first, Walk.class, server.base("/wait/20"));
        fork("pace", first, Pace.class, server.base(""));
        fork("loads", first, FullLoads.class, server.base(""));
        for (Jvm jvm : both) {
            fork("tenants", jvm, Tenants.class, server.base("/wait/5"));
        }
        fork("store", first, Stores.class, "");
        fork("hooks", first, HookLoad.class, "");
        fork("big", first, Big.class, server.base(""));
        if (wanted("heap")) {
            add(first, Footprint.heaps(first, server.base("")));
        }
        if (wanted("sizes")) {
            add(first, Footprint.sizes(jars));
        }
        for (Jvm jvm : both) {
            Starts starts = new Starts(jvm.withClassPath(jars.classPath()), server.base(""), Integer.parseInt(size));
            fresh("start", jvm, () -> starts.rows(folder));
            fresh("cold", jvm, starts::firstCalls);
        }
    }

    private void fresh(String part, Jvm jvm, Supplier<List<Row>> measured) {
        if (wanted(part)) {
            try {
                add(jvm, measured.get());
            } catch (IllegalStateException e) {
                add(jvm, List.of(Row.of("", part + ": " + e.getMessage(), "failed", "no failure", false)));
            }
        }
    }

    private boolean wanted(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private void fork(String part, Jvm jvm, Class<?> program, String base) {
        if (wanted(part)) {
            Fork fork = jvm.run(program, base, size);
            add(jvm, fork.lines().stream().filter(Row::isRow).map(Row::parse).toList());
            if (fork.exit() != 0) {
                add(jvm, List.of(Row.of("", part, "failed", "no failure", false)));
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private void add(Jvm jvm, List<Row> more) {
        for (Row row : more) {
            Row named = row.named(jvm.version() + ": ");
            rows.add(named);
            System.out.println(named.markdown());
        }
    }

    private void write(Jvm first, Optional<Jvm> second) throws IOException {
        String file = System.getProperty("bench.report", "");
        if (file.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(BEGIN, ""));
        lines.add("JDK " + first.fullVersion()
                + second.map(jvm -> " and " + jvm.fullVersion()).orElse("") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, size " + size + ", "
                + Duration.ofNanos(System.nanoTime() - started).toMinutes() + " minutes.");
        lines.addAll(List.of(
                "", "| | Measure | Value | Spread | Target | | SDK / floor |", "|---|---|---|---|---|---|---|"));
        rows.forEach(row -> lines.add(row.markdown()));
        lines.addAll(List.of("", END));
        Path path = Path.of(file);
        String text = Files.readString(path);
        String before = text.substring(0, text.indexOf(BEGIN));
        String after = text.substring(text.indexOf(END) + END.length());
        Files.writeString(path, before + String.join("\n", lines) + after);
    }
}
