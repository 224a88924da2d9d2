package io.mostik.datahub.report;

import io.mostik.datahub.statuses.StatusMapping;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Adds up records as they come; keeps sums, not records, so that any number of them fits. Belongs to one thread. Each
 * order may come once only.
 */
public final class HubReport implements Consumer<HubRecord> {

    private final StatusMapping mapping;
    private final ReportQuery query;
    private final GroupSum total = new GroupSum();
    private final Map<String, GroupSum> groups = new TreeMap<>();

    /**
     * Creates an empty report.
     *
     * @param mapping tells the containers and their order
     */
    public HubReport(StatusMapping mapping, ReportQuery query) {
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.query = Objects.requireNonNull(query, "query");
    }

    /** Returns the report over some records. */
    public static HubReport of(Iterable<HubRecord> records, StatusMapping mapping, ReportQuery query) {
        HubReport report = new HubReport(mapping, query);
        records.forEach(report);
        return report;
    }

    /** Adds a record, if it falls into the period. */
    @Override
    public void accept(HubRecord order) {
        if (query.covers(order)) {
            total.add(order);
            groups.computeIfAbsent(query.grouping().key().apply(order), key -> new GroupSum())
                    .add(order);
        }
    }

    /** Returns the metrics of all records in the period. */
    public Metrics total() {
        return total.metrics(mapping.containers(), totalSpend());
    }

    /** Returns the metrics of each group, in the order of their keys. */
    public Map<String, Metrics> groups() {
        Map<String, Metrics> metrics = new LinkedHashMap<>();
        groups.forEach((key, sum) -> metrics.put(
                key,
                sum.metrics(
                        mapping.containers(),
                        Optional.ofNullable(query.adSpendOf().get(key)))));
        return metrics;
    }

    /** Returns the funnel and the metrics of all records as a table of text, a line each, to be printed. */
    public String table() {
        return FunnelTable.of(mapping.funnelName(), total());
    }

    /** Returns one line of metrics for each group and one for all, as a table of text. */
    public String groupTable() {
        return GroupTable.of(query.grouping().name(), groups(), total());
    }

    private Optional<BigDecimal> totalSpend() {
        return query.adSpend().or(() -> query.adSpendOf().values().stream().reduce(BigDecimal::add));
    }
}
