package io.mostik.core.test;

import io.mostik.core.Outcome;
import io.mostik.testing.AnswerMutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many calls ended how, by operation and mutation. Thread-safe. */
final class HostileTable {

    /** How a call may end. */
    enum Cell {
        RIGHT,
        OTHER,
        UNKNOWN,
        REJECTED,
        FAULT
    }

    private final Map<String, Map<AnswerMutation, Map<Cell, Integer>>> counts = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();

    synchronized void fault(String operation, String text) {
        faults.add("- `" + operation + "` " + text + "\n");
    }

    synchronized void add(String operation, AnswerMutation mutation, Cell cell) {
        counts.computeIfAbsent(operation, key -> new EnumMap<>(AnswerMutation.class))
                .computeIfAbsent(mutation, key -> new EnumMap<>(Cell.class))
                .merge(cell, 1, Integer::sum);
    }

    static Cell cell(HostileEnd end, boolean right, boolean fault) {
        if (fault) {
            return Cell.FAULT;
        }
        if (end instanceof HostileEnd.Refused refused) {
            return refused.failure().outcome() == Outcome.REJECTED ? Cell.REJECTED : Cell.UNKNOWN;
        }
        return right ? Cell.RIGHT : Cell.OTHER;
    }

    /** Writes the tables to {@code target/hostile-answers.md} of the module. */
    synchronized void write(String vendor) {
        try {
            Path file = Path.of("target", "hostile-answers-" + vendor.toLowerCase(Locale.ROOT) + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, summary(vendor) + "\n" + details() + "\n" + String.join("", faults));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns one line of the whole vendor, then one line for each mutation. */
    private String summary(String vendor) {
        StringBuilder text = new StringBuilder(
                "| " + vendor
                        + " | Answers | Right value | Other value | UNKNOWN | REJECTED | Faults |\n|---|---|---|---|---|---|---|\n");
        Map<Cell, Integer> all = new EnumMap<>(Cell.class);
        Map<AnswerMutation, Map<Cell, Integer>> each = new EnumMap<>(AnswerMutation.class);
        counts.values()
                .forEach(row -> row.forEach((mutation, cells) -> {
                    join(all, cells);
                    join(each.computeIfAbsent(mutation, key -> new EnumMap<>(Cell.class)), cells);
                }));
        text.append(line("**" + counts.size() + " operations**", all));
        each.forEach((mutation, cells) -> text.append(line("`" + mutation + "`", cells)));
        return text.toString();
    }

    /** Returns a line for each operation: how many answers of each mutation ended in a value, and in a failure. */
    private String details() {
        StringBuilder text = new StringBuilder("| Operation |");
        StringBuilder rule = new StringBuilder("|---|");
        for (AnswerMutation mutation : AnswerMutation.values()) {
            text.append(' ').append(mutation).append(" |");
            rule.append("---|");
        }
        text.append('\n').append(rule).append('\n');
        counts.forEach((operation, row) -> {
            text.append("| `").append(operation).append("` |");
            for (AnswerMutation mutation : AnswerMutation.values()) {
                text.append(' ')
                        .append(brief(row.getOrDefault(mutation, Map.of())))
                        .append(" |");
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String brief(Map<Cell, Integer> cells) {
        if (cells.isEmpty()) {
            return "–";
        }
        int values = cells.getOrDefault(Cell.RIGHT, 0) + cells.getOrDefault(Cell.OTHER, 0);
        int refused = cells.getOrDefault(Cell.UNKNOWN, 0) + cells.getOrDefault(Cell.REJECTED, 0);
        int faults = cells.getOrDefault(Cell.FAULT, 0);
        return values + "/" + refused + (faults == 0 ? "" : "/**" + faults + "**");
    }

    private static void join(Map<Cell, Integer> into, Map<Cell, Integer> from) {
        from.forEach((cell, count) -> into.merge(cell, count, Integer::sum));
    }

    private static String line(String name, Map<Cell, Integer> cells) {
        StringBuilder line = new StringBuilder("| ").append(name).append(" | ");
        line.append(cells.values().stream().mapToInt(Integer::intValue).sum()).append(" |");
        for (Cell cell : Cell.values()) {
            line.append(' ').append(cells.getOrDefault(cell, 0)).append(" |");
        }
        return line.append('\n').toString();
    }
}
