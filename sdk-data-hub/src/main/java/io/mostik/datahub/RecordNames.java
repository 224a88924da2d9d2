package io.mostik.datahub;

import io.mostik.core.AuthException;
import io.mostik.datahub.connector.FunnelStatus;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.statuses.Funnel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Fills the columns that settings add to records. Dictionaries are loaded at the start of a run, only those that are
 * needed. Immutable and thread-safe.
 */
final class RecordNames {

    private static final int FORBIDDEN = 403;
    private static final String CUSTOM = "custom.";

    private final Set<String> columns;
    private final Map<Long, String> locations;
    private final Map<String, String> statuses;
    private final Map<Long, String> types;
    private final Map<Long, String> employees;
    private final Map<String, String> campaigns;

    RecordNames(List<String> columns, Dictionaries account) {
        this.columns = new LinkedHashSet<>(columns);
        this.locations = visible(account::locations);
        this.statuses = has("status") ? statuses(account.funnel()) : Map.of();
        this.types = has("type") ? visible(account::orderTypes) : Map.of();
        this.employees = has("manager") || has("executor") ? visible(account::employees) : Map.of();
        this.campaigns = has("adCampaign") ? visible(account::campaigns) : Map.of();
    }

    private boolean has(String column) {
        return columns.contains(column);
    }

    private static Map<String, String> statuses(Funnel funnel) {
        return funnel.statuses().stream()
                .collect(Collectors.toMap(FunnelStatus::id, Funnel::title, (first, second) -> first));
    }

    /** Without the right to see a dictionary there are no names of it; that stops no run. */
    private static <K> Map<K, String> visible(Supplier<Map<K, String>> dictionary) {
        try {
            return dictionary.get();
        } catch (AuthException e) {
            if (e.status() == FORBIDDEN) {
                return Map.of();
            }
            throw e;
        }
    }

    Optional<String> location(HubOrder order) {
        return name(locations, order.locationId());
    }

    void fill(HubRecord.Builder row, HubOrder order, Optional<String> stage) {
        if (columns.isEmpty()) {
            return;
        }
        row.status(order.statusId().flatMap(id -> Optional.ofNullable(statuses.get(id))))
                .stage(stage.filter(title -> has("stage")))
                .type(name(types, order.typeId()))
                .manager(has("manager") ? name(employees, order.managerId()) : Optional.empty())
                .executor(has("executor") ? name(employees, order.executorId()) : Optional.empty())
                .adCampaign(order.campaignId()
                        .flatMap(id -> Optional.ofNullable(campaigns.get(id)))
                        .filter(name -> !name.isBlank()))
                .typeId(has("typeId") ? order.typeId() : OptionalLong.empty())
                .executorId(has("executorId") ? order.executorId() : OptionalLong.empty())
                .total(order.total().filter(amount -> has("total")))
                .paid(order.paid().filter(amount -> has("paid")))
                .discount(order.discount().filter(amount -> has("discount")))
                .currency(order.currency().filter(code -> has("currency")))
                .custom(custom(order));
    }

    private Map<String, String> custom(HubOrder order) {
        Map<String, String> values = new HashMap<>();
        order.ownFields().forEach((key, value) -> {
            if (has(CUSTOM + key)) {
                value.text().filter(text -> !text.isEmpty()).ifPresent(text -> values.put(key, text));
            }
        });
        return values;
    }

    private static Optional<String> name(Map<Long, String> names, OptionalLong id) {
        return id.isPresent()
                ? Optional.ofNullable(names.get(id.getAsLong())).filter(name -> !name.isBlank())
                : Optional.empty();
    }
}
