package io.mostik.examples.hub;

import io.mostik.datahub.HubSettings;
import io.mostik.datahub.chart.HubCharts;
import io.mostik.datahub.chart.StageTimes;
import io.mostik.datahub.report.Grouping;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.sink.JdbcTable;
import io.mostik.datahub.statuses.StatusMapping;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** The charts of what {@link HubToFile} has written: four SVG files beside the table. */
public final class HubChartsOfFile {

    private HubChartsOfFile() {}

    /** Draws the charts of {@code target/hub}. */
    public static void main(String[] args) throws IOException {
        run(Path.of("target", "hub"), System.out);
    }

    static void run(Path folder, PrintStream out) throws IOException {
        HubSettings settings = HubSettings.fromJson(Files.readString(folder.resolve("settings.json")));
        StatusMapping mapping = settings.mapping().orElseThrow();
        try (JdbcTable table = JdbcTable.file(folder.resolve("hub"), HubToFile.TABLE, settings.allColumns())) {
            StageTimes times = new StageTimes(mapping, ZoneOffset.UTC);
            table.orderIds().forEach(id -> times.add(table.moves(id)));
            write(
                    folder,
                    "funnel",
                    HubCharts.funnel(report(table, mapping, Grouping.NONE).total(), "Funnel"),
                    out);
            write(
                    folder,
                    "conversion",
                    HubCharts.conversion(report(table, mapping, Grouping.week(ZoneOffset.UTC)), "Conversion by week"),
                    out);
            write(folder, "time-in-stage", HubCharts.timeInStage(times, mapping, "Days in a stage, by week"), out);
            write(
                    folder,
                    "margin",
                    HubCharts.margin(report(table, mapping, Grouping.MANAGER), "Gross profit and margin by manager"),
                    out);
        }
    }

    private static HubReport report(JdbcTable table, StatusMapping mapping, Grouping grouping) {
        return HubReport.of(table.records(), mapping, ReportQuery.by(grouping));
    }

    private static void write(Path folder, String name, String svg, PrintStream out) throws IOException {
        out.println("  " + Files.writeString(folder.resolve("hub-" + name + ".svg"), svg));
    }
}
