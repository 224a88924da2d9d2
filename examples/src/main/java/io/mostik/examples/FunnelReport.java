package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.datahub.HubConnection;
import io.mostik.datahub.HubSettings;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.statuses.StatusMapping;
import java.io.PrintStream;

/** RemOnline: the wizard of the Smart Data Hub in ten lines, and the funnel that comes out. */
public final class FunnelReport {

    private FunnelReport() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (HubEnv place = HubEnv.open()) {
            run(place.hub(), place.key(), place.location(), out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  RemOnline recorded: "
                            + vendor.journal().count("GET", "/v2/orders") + " page(s) of orders read, "
                            + vendor.ignored().size() + " parameter(s) ignored"));
        }
    }

    static void run(HubConnection hub, Secret key, String location, PrintStream out) {
        hub.connect(key);
        HubSettings settings = HubSettings.builder()
                .addFilter(FilterRule.include(OrderParameter.LOCATION, Operator.EQUALS, location))
                .mapping(StatusMapping.proposeByGroup(hub.funnel()).rename("leads", "В работе"))
                .calculation(Calculation.of("{order.cost}", "{order.total} * 94%"))
                .build();
        hub.configure(settings).list().forEach(warning -> out.println("  " + warning));

        String table = hub.run()
                .progress(ProgressDisplay.on(out))
                .report(ReportQuery.all())
                .table();

        table.lines().forEach(line -> out.println("  " + line));
        out.println(
                "  " + hub + ", the settings are kept as " + settings.toJson().length() + " characters of JSON");
    }
}
