package io.mostik.datahub.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Lines over weeks, one for each name. A week without a value interrupts nothing. Belongs to one thread. */
final class Lines {

    private static final List<String> COLOURS =
            List.of("#2563eb", "#c2410c", "#15803d", "#7e22ce", "#0e7490", "#a16207");
    private static final int TOP = 56;
    private static final int HEIGHT = 220;
    private static final int LEFT = 64;
    private static final int RIGHT = 520;
    private static final int MOST_LABELS = 8;

    private final String title;
    private final String unit;
    private final Map<String, Map<String, Double>> lines = new LinkedHashMap<>();

    Lines(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** Adds a line: values by the Mondays of the weeks. */
    Lines add(String name, Map<String, Double> values) {
        lines.put(name, values);
        return this;
    }

    String draw() {
        List<String> weeks = lines.values().stream()
                .flatMap(values -> values.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
        double most = lines.values().stream()
                .flatMap(values -> values.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double top = round(most);
        Svg svg = new Svg(TOP + HEIGHT + 48, title, described());
        for (int part = 0; part <= 4; part++) {
            double y = TOP + HEIGHT - HEIGHT * part / 4.0;
            svg.line(LEFT, y, RIGHT, y, "#e4e7eb").text(LEFT - 8, y + 5, "end", Svg.INK, shown(top * part / 4));
        }
        int step = Math.max(1, (weeks.size() + MOST_LABELS - 1) / MOST_LABELS);
        for (int i = 0; i < weeks.size(); i += step) {
            svg.text(
                    x(weeks, i),
                    TOP + HEIGHT + 22.0,
                    "middle",
                    Svg.INK,
                    weeks.get(i).replaceFirst("^\\d{4}-", ""));
        }
        int number = 0;
        for (Map.Entry<String, Map<String, Double>> line : lines.entrySet()) {
            String colour = COLOURS.get(number % COLOURS.size());
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < weeks.size(); i++) {
                Double value = line.getValue().get(weeks.get(i));
                if (value != null) {
                    double y = TOP + HEIGHT - value / top * HEIGHT;
                    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(weeks, i), y));
                    svg.dot(x(weeks, i), y, colour);
                }
            }
            svg.path(points.toString().strip(), colour)
                    .rectangle(RIGHT + 16.0, TOP + 24.0 * number, 14, 14, colour)
                    .text(RIGHT + 38.0, TOP + 12.0 + 24.0 * number, "start", Svg.INK, line.getKey());
            number++;
        }
        return svg.toString();
    }

    /** Returns the next number whose quarters are short. */
    private static double round(double most) {
        double unit = most > 0 ? Math.pow(10, Math.floor(Math.log10(most))) : 1;
        return DoubleStream.of(1, 2, 4, 6, 8)
                .map(each -> each * unit)
                .filter(each -> each >= most)
                .findFirst()
                .orElse(10 * unit);
    }

    private static double x(List<String> weeks, int place) {
        double from = LEFT + 16.0;
        return weeks.size() < 2 ? (from + RIGHT) / 2 : from + (RIGHT - 16 - from) * place / (weeks.size() - 1);
    }

    private String shown(double value) {
        String number =
                String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value).replaceFirst("\\.0$", "");
        return number + unit;
    }

    private String described() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " - "
                        + new TreeMap<>(line.getValue())
                                .entrySet().stream()
                                        .map(week -> week.getKey() + ": " + shown(week.getValue()))
                                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
