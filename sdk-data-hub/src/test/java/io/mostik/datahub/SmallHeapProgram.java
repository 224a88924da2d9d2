package io.mostik.datahub;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.RateLimit;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.datahub.report.CsvFormat;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.statuses.StatusMapping;
import io.mostik.remonline.RemOnline;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs in the small heap: one walk for the report and CSV, one for the lines of a part of the orders. */
final class SmallHeapProgram {

    private static final long MEGABYTE = 1024L * 1024;

    private SmallHeapProgram() {}

    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        try (HubConnection hub = HubConnection.builder(
                        StateStore.inMemory(),
                        RemOnlineConnector.of(key -> RemOnline.builder()
                                .apiKey(key)
                                .baseUri(arguments[0])
                                .http(http -> http.rateLimit(RateLimit.none()))
                                .build()))
                .build()) {
            hub.connect(Secret.of(arguments[1]));
            StatusMapping mapping = StatusMapping.proposeByGroup(hub.funnel());
            hub.configure(HubSettings.builder()
                    .mapping(mapping)
                    .calculation(Calculation.of("", "{order.total}"))
                    .build());
            all(hub, mapping, Path.of(arguments[2]));
            withLines(hub, mapping);
        }
        System.out.println(
                "peak " + peak() / MEGABYTE + " MB of " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB, "
                        + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms");
    }

    private static void all(HubConnection hub, StatusMapping mapping, Path file) throws IOException {
        HubReport report = new HubReport(mapping, ReportQuery.all());
        long lines = 0;
        try (Writer csv = Files.newBufferedWriter(file)) {
            csv.append(CsvFormat.COMMA.head());
            for (HubRecord order : hub.run()) {
                report.accept(order);
                csv.append(CsvFormat.COMMA.line(order));
                lines++;
            }
        }
        System.out.println(report.total().inquiries() + " inquiries, revenue "
                + report.total().revenue() + ", " + lines + " lines, " + Files.size(file) + " bytes");
    }

    private static void withLines(HubConnection hub, StatusMapping mapping) {
        hub.configure(HubSettings.builder()
                .addFilter(FilterRule.include(OrderParameter.LOCATION, Operator.EQUALS, "3301"))
                .mapping(mapping)
                .calculation(Calculation.of("{order.cost}", "{order.total}"))
                .build());
        BigDecimal expected = new BigDecimal("40.00");
        long count = hub.run().stream()
                .filter(each -> each.cost().filter(expected::equals).isPresent())
                .count();
        System.out.println(count + " with cost 40.00");
    }

    /** Returns the sum of the peaks of the pools, which is never less than the peak of all. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
