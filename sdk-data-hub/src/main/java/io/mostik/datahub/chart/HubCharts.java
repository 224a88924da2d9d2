package io.mostik.datahub.chart;

import io.mostik.datahub.report.FunnelStep;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.Metrics;
import io.mostik.datahub.statuses.StageRole;
import io.mostik.datahub.statuses.StatusMapping;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Charts as SVG documents: write them to a file, or show them in a page. What they show is also in their description.
 *
 * <pre>{@code
 * HubReport report = HubReport.of(table.records(), mapping, ReportQuery.all());
 * Files.writeString(Path.of("funnel.svg"), HubCharts.funnel(report.total(), "Repairs"));
 * }</pre>
 */
public final class HubCharts {

    private static final String BLUE = "#3b82f6";
    private static final String GREEN = "#16a34a";
    private static final String RED = "#dc2626";

    private HubCharts() {}

    /** Draws how many orders are in each stage, and their sales volume. */
    public static String funnel(Metrics metrics, String title) {
        Bars bars = new Bars(title);
        for (FunnelStep step : metrics.funnel()) {
            bars.add(
                    step.title(),
                    BigDecimal.valueOf(step.count()),
                    step.count() + "  ·  " + step.volume().toPlainString(),
                    step.role() == StageRole.SUCCESSFUL ? GREEN : step.role() == StageRole.UNSUCCESSFUL ? RED : BLUE);
        }
        return bars.draw();
    }

    /**
     * Draws the conversion of each week, in percent.
     *
     * @param report grouped by {@link io.mostik.datahub.report.Grouping#week}
     */
    public static String conversion(HubReport report, String title) {
        Map<String, Double> weeks = new TreeMap<>();
        report.groups()
                .forEach((week, metrics) -> metrics.conversion()
                        .filter(part -> !week.isEmpty())
                        .ifPresent(part -> weeks.put(week, part.doubleValue() * 100)));
        return new Lines(title, " %").add(title, weeks).draw();
    }

    /** Draws the mean time in each stage by the week in which orders left it, in days. */
    public static String timeInStage(StageTimes times, StatusMapping mapping, String title) {
        Lines lines = new Lines(title, "");
        Map<String, Map<String, Double>> days = times.days();
        mapping.containers().forEach(stage -> {
            Map<String, Double> weeks = days.getOrDefault(stage.key(), Map.of());
            if (!weeks.isEmpty()) {
                lines.add(stage.title(), weeks);
            }
        });
        return lines.draw();
    }

    /**
     * Draws the gross profit of each group, and the margin.
     *
     * @param report grouped by {@link io.mostik.datahub.report.Grouping#MANAGER}, or otherwise
     */
    public static String margin(HubReport report, String title) {
        Bars bars = new Bars(title);
        report.groups()
                .forEach((name, metrics) -> bars.add(
                        name.isEmpty() ? "-" : name,
                        metrics.grossProfit(),
                        metrics.grossProfit().toPlainString()
                                + metrics.margin()
                                        .map(part -> "  ·  "
                                                + part.movePointRight(2)
                                                        .stripTrailingZeros()
                                                        .toPlainString() + " %")
                                        .orElse(""),
                        metrics.grossProfit().signum() < 0 ? RED : GREEN));
        return bars.draw();
    }
}
