package io.mostik.datahub.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Bars below each other, each with its name and what it stands for. Belongs to one thread. */
final class Bars {

    private static final int TOP = 48;
    private static final int ROW = 34;
    private static final int LEFT = 210;
    private static final int ROOM = 330;
    private static final int LONGEST_NAME = 26;

    private final String title;
    private final List<Bar> bars = new ArrayList<>();

    private record Bar(String name, BigDecimal length, String shown, String colour) {}

    Bars(String title) {
        this.title = title;
    }

    Bars add(String name, BigDecimal length, String shown, String colour) {
        bars.add(new Bar(name, length, shown, colour));
        return this;
    }

    /** A length below zero goes to the left of the line, in the same measure. */
    String draw() {
        double least = bars.stream()
                .mapToDouble(bar -> bar.length().doubleValue())
                .min()
                .orElse(0);
        double most = bars.stream()
                .mapToDouble(bar -> bar.length().doubleValue())
                .max()
                .orElse(0);
        double span = Math.max(0, most) - Math.min(0, least);
        double zero = LEFT + (span > 0 ? -Math.min(0, least) / span * ROOM : 0);
        Svg svg = new Svg(
                TOP + ROW * Math.max(1, bars.size()) + 16,
                title,
                bars.stream().map(bar -> bar.name() + ": " + bar.shown()).collect(Collectors.joining("; ")));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = TOP + (double) i * ROW;
            double length = span > 0 ? bar.length().doubleValue() / span * ROOM : 0;
            svg.rectangle(Math.min(zero, zero + length), y, Math.max(1, Math.abs(length)), ROW - 10, bar.colour())
                    .text(LEFT - 10, y + 17, "end", Svg.INK, cut(bar.name()))
                    .text(Math.max(zero, zero + length) + 8, y + 17, "start", Svg.INK, bar.shown());
        }
        return svg.line(zero, TOP - 6, zero, TOP + (double) ROW * bars.size(), Svg.FAINT)
                .toString();
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
