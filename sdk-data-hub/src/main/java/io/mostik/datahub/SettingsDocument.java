package io.mostik.datahub;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.calc.internal.Calculator;
import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.checks.InvalidSettingsException;
import io.mostik.datahub.connector.OwnField;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.internal.OrderFilter;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.statuses.StatusMapping;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings as JSON, and what is wrong with them. */
final class SettingsDocument {

    static final StatusMapping NO_MAPPING =
            StatusMapping.builder().funnelName("Orders").build();

    private static final JsonCodec JSON = JsonCodec.builder().uniqueKeys().build();
    private static final JsonType<HubSettings> TYPE = JsonType.of(HubSettings.class);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String CUSTOM = "{custom.";

    private SettingsDocument() {}

    static HubSettings read(String json) {
        String text = json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json;
        HubSettings settings = parse(text);
        if (settings.version() < 1 || settings.version() > HubSettings.VERSION) {
            throw invalid(
                    FindingCode.UNKNOWN_VERSION,
                    "$.version",
                    "this SDK reads version " + HubSettings.VERSION + ", not " + settings.version());
        }
        return settings;
    }

    private static HubSettings parse(String text) {
        try {
            return JSON.read(TYPE, text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            String message = String.valueOf(e.getMessage());
            int path = message.lastIndexOf(" at $");
            throw invalid(
                    FindingCode.NOT_READABLE,
                    path < 0 ? "$" : message.substring(path + " at ".length()),
                    path < 0 ? message : message.substring(0, path));
        }
    }

    static String write(HubSettings settings) {
        return new String(JSON.write(settings), StandardCharsets.UTF_8);
    }

    static Findings check(HubSettings settings, Dictionaries account) {
        StatusMapping mapping = settings.mapping().orElse(NO_MAPPING);
        return checkZone(settings)
                .and(OrderFilter.check(
                                settings.filter(), account, zone(settings).orElse(ZoneOffset.UTC))
                        .below("$.filter"))
                .and(mapping.check(account.funnel()).below("$.mapping"))
                .and(checkCalculation(settings.calculation(), account).below("$.calculation"))
                .and(checkColumns(settings));
    }

    private static Findings checkColumns(HubSettings settings) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < settings.columns().size(); i++) {
            String name = settings.columns().get(i);
            if (HubColumn.find(name).isEmpty()) {
                findings.add(Finding.error(
                        FindingCode.UNKNOWN_COLUMN,
                        "$.columns[" + i + "]",
                        "'" + name + "' is no column; there are "
                                + HubColumn.MORE.stream().map(HubColumn::name).toList() + " and custom.<key>"));
            }
        }
        return new Findings(findings);
    }

    /** The dictionary of custom fields is asked for only where an expression uses one. */
    static Findings checkCalculation(Calculation calculation, Dictionaries account) {
        boolean custom = Stream.of(calculation.cost(), calculation.salesVolume())
                .flatMap(Optional::stream)
                .anyMatch(text -> text.replace(" ", "").contains(CUSTOM));
        List<OwnField> fields = custom ? account.ownFields() : List.of();
        Findings found = calculation.check(fields);
        if (found.hasErrors() || account.tellsLines() || !new Calculator(calculation).needsItems()) {
            return found;
        }
        return found.and(new Findings(List.of(Finding.error(
                FindingCode.UNKNOWN_FIELD,
                "",
                "an expression needs the lines of orders, which this vendor does not tell"))));
    }

    static Optional<ZoneId> zone(HubSettings settings) {
        try {
            return Optional.of(ZoneId.of(settings.zone()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Findings checkZone(HubSettings settings) {
        return zone(settings).isPresent()
                ? Findings.none()
                : new Findings(List.of(Finding.error(
                        FindingCode.UNKNOWN_ZONE, "$.zone", "is no time zone such as Europe/Kyiv or UTC")));
    }

    static InvalidSettingsException invalid(FindingCode code, String path, String message) {
        return new InvalidSettingsException(new Findings(List.of(Finding.error(code, path, message))));
    }
}
