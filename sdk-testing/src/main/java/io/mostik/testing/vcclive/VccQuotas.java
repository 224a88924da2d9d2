package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The quota limits of a project: below each field one for each of its values. */
final class VccQuotas {

    private final Map<Long, Quota> quotas = new LinkedHashMap<>();

    VccQuotas() {}

    void add(long quotaId, Quota quota) {
        quotas.put(quotaId, quota);
    }

    boolean has(long quotaId) {
        return quotas.containsKey(quotaId);
    }

    void limit(long quotaId, int limit) {
        quotas.computeIfPresent(quotaId, (id, quota) -> quota.withLimit(limit));
    }

    int limit(long quotaId) {
        return Optional.ofNullable(quotas.get(quotaId)).orElseThrow().limit();
    }

    Map<String, Object> describe() {
        Map<String, List<Map<String, Object>>> fields = new LinkedHashMap<>();
        quotas.forEach((id, quota) -> fields.computeIfAbsent(quota.field(), unused -> new ArrayList<>())
                .add(quota.describe(id)));
        List<Map<String, Object>> cell = new ArrayList<>();
        fields.forEach((field, children) -> {
            Map<String, Object> label = new LinkedHashMap<>();
            label.put("value_name", field);
            label.put("export_value", "");
            label.put("all", NullNode.getInstance());
            cell.add(Map.of("container", true, "children", children, "label", label));
        });
        return Map.of("cell", cell, "edge", List.of());
    }

    /** One limit, and how much of it is used. */
    record Quota(String field, String valueName, long valueId, int limit, int used) {

        Quota withLimit(int newLimit) {
            return new Quota(field, valueName, valueId, newLimit, used);
        }

        Map<String, Object> describe(long quotaId) {
            Map<String, Object> label = new LinkedHashMap<>();
            label.put("value_name", valueName);
            label.put("export_value", "");
            label.put("value", limit);
            label.put("act_value", used);
            label.put("diff_value", limit - used);
            label.put("all", NullNode.getInstance());
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("container", false);
            node.put("children", List.of());
            node.put("valueid", valueId);
            node.put("quotaid", quotaId);
            node.put("label", label);
            return node;
        }
    }
}
