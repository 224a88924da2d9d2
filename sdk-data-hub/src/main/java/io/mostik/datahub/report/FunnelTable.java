package io.mostik.datahub.report;

import io.mostik.datahub.statuses.StageRole;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The funnel and its metrics as text. */
final class FunnelTable {

    private static final String NOTHING = "-";

    private FunnelTable() {}

    static String of(String name, Metrics metrics) {
        TextTable table = new TextTable().row(name, "orders", "volume");
        metrics.funnel()
                .forEach(step -> table.row(
                        title(step), Long.toString(step.count()), step.volume().toPlainString()));
        if (metrics.unmapped() > 0) {
            table.row("(in no container)", Long.toString(metrics.unmapped()));
        }
        table.row("inquiries", Long.toString(metrics.inquiries()))
                .row("leads", Long.toString(metrics.leads()))
                .row("sales", Long.toString(metrics.sales()), metrics.revenue().toPlainString())
                .row("lost", Long.toString(metrics.lost()))
                .row("potential revenue", "", metrics.potentialRevenue().toPlainString())
                .row("cost", "", metrics.cost().toPlainString())
                .row("gross profit", "", metrics.grossProfit().toPlainString())
                .row("margin", "", percent(metrics.margin()))
                .row("conversion", "", percent(metrics.conversion()))
                .row("average sale", "", text(metrics.averageSale()));
        metrics.adSpend()
                .ifPresent(spent ->
                        table.row("ad spend", "", spent.toPlainString()).row("ROI", "", percent(metrics.roi())));
        return table.toString();
    }

    private static String title(FunnelStep step) {
        return step.role() == StageRole.NONE
                ? step.title()
                : step.title() + " (" + step.role().name().toLowerCase(Locale.ROOT) + ")";
    }

    static String percent(Optional<BigDecimal> ratio) {
        return ratio.map(part -> part.movePointRight(2).setScale(2).toPlainString() + " %")
                .orElse(NOTHING);
    }

    static String text(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse(NOTHING);
    }
}
