package io.mostik.benchmarks;

import java.util.Locale;

/**
 * A line of the report.
 *
 * @param target which of P1 to P10
 * @param measure what was measured
 * @param value what came out
 * @param spread the middle half of the rounds, or nothing
 * @param wanted what was to be reached, or nothing
 * @param met whether it was
 * @param figures behind the value: SDK / floor
 */
record Row(String target, String measure, String value, String spread, String wanted, boolean met, String figures) {

    private static final String MARK = "row|";

    static Row ratio(String target, String measure, double ratio, double atMost) {
        String wanted = String.format(Locale.ROOT, "<= %.2f", atMost);
        return new Row(target, measure, String.format(Locale.ROOT, "%.2f", ratio), "", wanted, ratio <= atMost, "");
    }

    static Row of(String target, String measure, String value, String wanted, boolean met) {
        return new Row(target, measure, value, "", wanted, met, "");
    }

    Row with(String newSpread, String newFigures) {
        return new Row(target, measure, value, newSpread, wanted, met, newFigures);
    }

    /** Returns it as a figure for which no target was set. */
    Row withoutTarget() {
        return new Row(target, measure, value, spread, "", true, figures);
    }

    Row named(String prefix) {
        return new Row(target, prefix + measure, value, spread, wanted, met, figures);
    }

    /** Writes a number with three significant digits. */
    static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,d", Math.round(value))
                : String.format(Locale.ROOT, "%.3g", value);
    }

    /** Prints it for the process that collects the rows. */
    @SuppressWarnings("SystemOut")
    void print() {
        System.out.println(MARK + String.join("|", target, measure, value, spread, wanted, met + "", figures));
    }

    static boolean isRow(String line) {
        return line.startsWith(MARK);
    }

    static Row parse(String line) {
        String[] part = line.substring(MARK.length()).split("\\|", -1);
        return new Row(part[0], part[1], part[2], part[3], part[4], Boolean.parseBoolean(part[5]), part[6]);
    }

    String markdown() {
        String verdict = wanted.isEmpty() ? "" : met ? "met" : "**missed**";
        return "| " + String.join(" | ", target, measure, value, spread, wanted, verdict, figures) + " |";
    }
}
