package io.mostik.examples.desk;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.datahub.ConnectionState;
import io.mostik.datahub.HubConnection;
import io.mostik.datahub.HubSettings;
import io.mostik.datahub.RunSummary;
import io.mostik.datahub.WizardStep;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.chart.HubCharts;
import io.mostik.datahub.chart.StageTimes;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.report.Grouping;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.sink.JdbcTable;
import io.mostik.datahub.statuses.Funnel;
import io.mostik.datahub.statuses.FunnelStage;
import io.mostik.datahub.statuses.StageRole;
import io.mostik.datahub.statuses.StatusMapping;
import io.mostik.examples.hub.DemoShop;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;

/** What the page asks for: the draft of the settings step by step, a preview, and the charts once it is finished. */
final class HubWizard implements AutoCloseable {

    private static final int PREVIEW = 6;
    private static final int WEEKS_BEFORE = 12;
    private static final int WEEKS_AFTER = 10;

    private final DemoShop shop;
    private final HubConnection hub;
    private Map<String, String> charts = Map.of();

    HubWizard(DemoShop shop) {
        this.shop = shop;
        this.hub =
                HubConnection.builder(StateStore.inMemory(), shop.connector()).build();
        shop.work(WEEKS_BEFORE, () -> {});
    }

    /** Answers what the page reads. */
    synchronized Reply read(String what) {
        return switch (what) {
            case "wizard" -> Reply.of(state());
            case "preview" -> Reply.of(Map.of("rows", preview()));
            default -> Reply.refused(404, "there is nothing here");
        };
    }

    /** Does what a person did on the page. */
    synchronized Reply act(String what, Json wish) {
        switch (what) {
            case "connect" -> connect(word(wish, "key"));
            case "filter" -> keep(filtered(word(wish, "parameter"), word(wish, "value")), WizardStep.STATUSES);
            case "mapping" -> keep(mapped(edited(mapping(), wish)), WizardStep.STATUSES);
            case "calculation" ->
                keep(calculated(word(wish, "cost"), word(wish, "salesVolume")), WizardStep.CALCULATION);
            case "finish" -> finish();
            case "edit" -> hub.edit();
            case "cancel" -> {
                ConnectionState unused = hub.cancel();
            }
            default -> {
                return Reply.refused(404, "this cannot be done here");
            }
        }
        return Reply.of(state());
    }

    private void connect(String key) {
        ConnectionState state = hub.connect(Secret.of(key));
        if (state.kind() == ConnectionState.Kind.CONFIGURING && hub.draft().isEmpty()) {
            hub.keep(
                    HubSettings.builder()
                            .mapping(StatusMapping.proposeByGroup(hub.funnel()))
                            .calculation(Calculation.of("{order.cost}", "{order.total} * 94%"))
                            .addColumns("status", "manager", "total")
                            .build(),
                    WizardStep.FILTER);
        }
    }

    private HubSettings draft() {
        return hub.draft().or(hub::settings).orElseThrow(() -> new IllegalStateException("connect first"));
    }

    private StatusMapping mapping() {
        return draft().mapping().orElseThrow();
    }

    private void keep(HubSettings settings, WizardStep next) {
        hub.keep(settings, next);
    }

    private HubSettings.Builder change() {
        HubSettings.Builder changed = HubSettings.builder();
        changed.from(draft());
        return changed;
    }

    private HubSettings filtered(String parameter, String value) {
        HubSettings.Builder changed = change();
        changed.filter(
                value.isEmpty()
                        ? List.of()
                        : List.of(FilterRule.include(OrderParameter.of(parameter), Operator.EQUALS, value)));
        return changed.build();
    }

    private HubSettings mapped(StatusMapping mapping) {
        HubSettings.Builder changed = change();
        return changed.mapping(mapping).build();
    }

    private HubSettings calculated(String cost, String salesVolume) {
        HubSettings.Builder changed = change();
        return changed.calculation(Calculation.of(cost, salesVolume)).build();
    }

    private static StatusMapping edited(StatusMapping mapping, Json wish) {
        String key = word(wish, "stage");
        return switch (word(wish, "does")) {
            case "add" -> mapping.addStage("stage-" + (mapping.containers().size() + 1), word(wish, "title"));
            case "remove" -> mapping.removeStage(key);
            case "rename" -> mapping.rename(key, word(wish, "title"));
            case "mark" -> mapping.mark(key, StageRole.valueOf(word(wish, "role")));
            case "move" -> mapping.moveStatus(word(wish, "status"), key);
            default -> throw new IllegalArgumentException("this cannot be done to statuses");
        };
    }

    private static String word(Json wish, String name) {
        return wish.get(name).text().orElse("");
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("state", hub.state().kind().name());
        state.put("demoKey", shop.key().reveal());
        state.put("charts", List.copyOf(charts.keySet()));
        if (hub.state().kind() == ConnectionState.Kind.NOT_CONNECTED
                || hub.draft().or(hub::settings).isEmpty()) {
            return state;
        }
        HubSettings draft = draft();
        Funnel funnel = hub.funnel();
        Map<String, String> names = new LinkedHashMap<>();
        funnel.statuses().forEach(status -> names.put(status.id(), Funnel.title(status)));
        state.put("choices", FilterChoices.of(hub.dictionaries()));
        draft.filter().forEach(rule -> {
            state.put("parameter", rule.parameter().value());
            state.put("value", rule.values().get(0));
        });
        List<Map<String, Object>> stages = new ArrayList<>();
        for (FunnelStage stage : mapping().containers()) {
            stages.add(Map.of(
                    "key", stage.key(),
                    "title", stage.title(),
                    "role", stage.role().name(),
                    "statuses", named(stage.statusIds(), names)));
            stage.statusIds().forEach(names::remove);
        }
        state.put("stages", stages);
        state.put("unmapped", named(names.keySet(), names));
        state.put("cost", draft.calculation().cost().orElse(""));
        state.put("salesVolume", draft.calculation().salesVolume().orElse(""));
        state.put(
                "findings",
                hub.check(draft).list().stream()
                        .map(found -> Map.of("error", found.isError(), "message", found.message()))
                        .toList());
        return state;
    }

    private static List<Map<String, String>> named(Iterable<String> ids, Map<String, String> names) {
        List<Map<String, String>> named = new ArrayList<>();
        ids.forEach(id -> named.add(Map.of("id", id, "name", names.getOrDefault(id, id))));
        return named;
    }

    private List<Map<String, String>> preview() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (HubRecord order : hub.preview(draft())) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("order", Long.toString(order.orderId()));
            row.put("status", order.status().orElse(""));
            row.put("stage", order.containerKey().flatMap(this::title).orElse(""));
            row.put("total", order.total().map(Object::toString).orElse(""));
            row.put("cost", order.cost().map(Object::toString).orElse("-"));
            row.put("salesVolume", order.salesVolume().map(Object::toString).orElse("-"));
            rows.add(row);
            if (rows.size() == PREVIEW) {
                break;
            }
        }
        return rows;
    }

    private Optional<String> title(String key) {
        return mapping().containers().stream()
                .filter(stage -> stage.key().equals(key))
                .map(FunnelStage::title)
                .findFirst();
    }

    /** Puts the settings in force, lets the shop work for five weeks more, and draws. */
    private void finish() {
        HubSettings settings = draft();
        hub.configure(settings).list().forEach(warning -> {});
        StatusMapping mapping = settings.mapping().orElseThrow();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        try (JdbcTable table = JdbcTable.of(database, "orders", settings.allColumns())) {
            shop.work(WEEKS_AFTER, () -> {
                RunSummary unused = hub.refresh(table);
            });
            StageTimes times = new StageTimes(mapping, ZoneOffset.UTC);
            table.orderIds().forEach(id -> times.add(table.moves(id)));
            Map<String, String> drawn = new LinkedHashMap<>();
            drawn.put(
                    "funnel.svg",
                    HubCharts.funnel(report(table, mapping, Grouping.NONE).total(), mapping.funnelName()));
            drawn.put(
                    "conversion.svg",
                    HubCharts.conversion(report(table, mapping, Grouping.week(ZoneOffset.UTC)), "Conversion, %"));
            drawn.put("time.svg", HubCharts.timeInStage(times, mapping, "Days in a stage"));
            drawn.put("margin.svg", HubCharts.margin(report(table, mapping, Grouping.MANAGER), "Gross profit, margin"));
            charts = drawn;
        }
    }

    private static HubReport report(JdbcTable table, StatusMapping mapping, Grouping grouping) {
        return HubReport.of(table.records(), mapping, ReportQuery.by(grouping));
    }

    synchronized Optional<String> chart(String name) {
        return Optional.ofNullable(charts.get(name));
    }

    @Override
    public void close() {
        hub.close();
        shop.close();
    }
}
