package io.mostik.datahub.report;

import java.util.Map;

/** The metrics of groups as text, a line each. */
final class GroupTable {

    private GroupTable() {}

    static String of(String grouping, Map<String, Metrics> groups, Metrics total) {
        TextTable table = new TextTable()
                .row(grouping, "inquiries", "leads", "sales", "lost", "revenue", "cost", "margin", "conversion", "ROI");
        groups.forEach((key, metrics) -> add(table, key.isEmpty() ? "(none)" : key, metrics));
        add(table, "total", total);
        return table.toString();
    }

    private static void add(TextTable table, String name, Metrics metrics) {
        table.row(
                name,
                Long.toString(metrics.inquiries()),
                Long.toString(metrics.leads()),
                Long.toString(metrics.sales()),
                Long.toString(metrics.lost()),
                metrics.revenue().toPlainString(),
                metrics.cost().toPlainString(),
                FunnelTable.percent(metrics.margin()),
                FunnelTable.percent(metrics.conversion()),
                FunnelTable.percent(metrics.roi()));
    }
}
