package io.mostik.datahub.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A column of records: what CSV, tables of a database and the schema of the Airbyte source are made of. Immutable.
 *
 * @param name in camel case, as in JSON; {@code custom.<key>} for the account's own fields
 * @param kind of its values
 * @param value of a record: a {@code Long}, {@code String}, {@code Instant} or {@code BigDecimal} by the kind
 */
public record HubColumn(String name, Kind kind, Function<HubRecord, Optional<?>> value) {

    /** What values of a column are. */
    public enum Kind {
        /** Whole numbers. */
        NUMBER,
        /** Texts. */
        TEXT,
        /** Times. */
        TIME,
        /** Amounts with two places. */
        AMOUNT
    }

    /** The columns that all records have, in their order. */
    public static final List<HubColumn> USUAL = List.of(
            new HubColumn("orderId", Kind.NUMBER, record -> Optional.of(record.orderId())),
            new HubColumn("number", Kind.TEXT, HubRecord::number),
            new HubColumn("createdAt", Kind.TIME, HubRecord::createdAt),
            new HubColumn("modifiedAt", Kind.TIME, HubRecord::modifiedAt),
            new HubColumn("closedAt", Kind.TIME, HubRecord::closedAt),
            new HubColumn("locationId", Kind.NUMBER, record -> id(record.locationId())),
            new HubColumn("location", Kind.TEXT, HubRecord::location),
            new HubColumn("statusId", Kind.TEXT, HubRecord::statusId),
            new HubColumn("containerKey", Kind.TEXT, HubRecord::containerKey),
            new HubColumn("state", Kind.TEXT, record -> record.state().map(Enum::name)),
            new HubColumn("cost", Kind.AMOUNT, HubRecord::cost),
            new HubColumn("salesVolume", Kind.AMOUNT, HubRecord::salesVolume),
            new HubColumn("managerId", Kind.NUMBER, record -> id(record.managerId())),
            new HubColumn("clientId", Kind.NUMBER, record -> id(record.clientId())),
            new HubColumn("adCampaignId", Kind.TEXT, HubRecord::adCampaignId));

    /** The columns that settings may add; those with names cost a call for each dictionary and run. */
    public static final List<HubColumn> MORE = List.of(
            new HubColumn("status", Kind.TEXT, HubRecord::status),
            new HubColumn("stage", Kind.TEXT, HubRecord::stage),
            new HubColumn("typeId", Kind.NUMBER, record -> id(record.typeId())),
            new HubColumn("type", Kind.TEXT, HubRecord::type),
            new HubColumn("manager", Kind.TEXT, HubRecord::manager),
            new HubColumn("executorId", Kind.NUMBER, record -> id(record.executorId())),
            new HubColumn("executor", Kind.TEXT, HubRecord::executor),
            new HubColumn("adCampaign", Kind.TEXT, HubRecord::adCampaign),
            new HubColumn("total", Kind.AMOUNT, HubRecord::total),
            new HubColumn("paid", Kind.AMOUNT, HubRecord::paid),
            new HubColumn("discount", Kind.AMOUNT, HubRecord::discount),
            new HubColumn("currency", Kind.TEXT, HubRecord::currency));

    private static final String CUSTOM = "custom.";
    private static final Pattern CUSTOM_NAME = Pattern.compile("custom\\.(\\w{1,50})");
    private static final Map<String, HubColumn> BY_NAME = new LinkedHashMap<>();

    static {
        MORE.forEach(column -> BY_NAME.put(column.name(), column));
    }

    /** Rejects null components. */
    public HubColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }

    /** Returns the column of this name among those that settings may add; empty if there is none. */
    public static Optional<HubColumn> find(String name) {
        return CUSTOM_NAME.matcher(name).matches()
                ? Optional.of(custom(name.substring(CUSTOM.length())))
                : Optional.ofNullable(BY_NAME.get(name));
    }

    private static HubColumn custom(String key) {
        return new HubColumn(
                CUSTOM + key,
                Kind.TEXT,
                record -> Optional.ofNullable(record.custom().get(key)));
    }

    /** Returns the columns that all records have, and more; unknown names are left out. */
    public static List<HubColumn> with(List<String> more) {
        List<HubColumn> columns = new ArrayList<>(USUAL);
        more.stream().distinct().forEach(name -> find(name).ifPresent(columns::add));
        return List.copyOf(columns);
    }

    /** Returns its name in databases: {@code sales_volume}, {@code custom_f7010001}. */
    public String snakeName() {
        return name.startsWith(CUSTOM)
                ? name.replace('.', '_').toLowerCase(Locale.ROOT)
                : name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Optional<Long> id(OptionalLong id) {
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }

    /** Returns its name and kind. */
    @Override
    public String toString() {
        return name + " " + kind;
    }
}
