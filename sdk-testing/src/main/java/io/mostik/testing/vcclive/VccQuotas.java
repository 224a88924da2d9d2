package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.node.NullNode;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The quota limits of a project: below each field one for each of its values. */
final class VccQuotas {

    final Table<Long, Quota> quotas = Table.inOrder(Quota::id, () -> VccRefusal.bad("quotaid"));

    Map<String, Object> describe() {
        Map<String, List<Map<String, Object>>> fields = new LinkedHashMap<>();
        quotas.stream()
                .forEach(quota -> fields.computeIfAbsent(quota.field(), unused -> new ArrayList<>())
                        .add(quota.describe()));
        List<Map<String, Object>> cell = new ArrayList<>();
        fields.forEach((field, children) -> {
            JsonObject label = new JsonObject()
                    .with("value_name", field)
                    .with("export_value", "")
                    .with("all", NullNode.getInstance());
            cell.add(Map.of("container", true, "children", children, "label", label));
        });
        return Map.of("cell", cell, "edge", List.of());
    }

    /** One limit, and how much of it is used. */
    record Quota(long id, String field, String valueName, long valueId, int limit, int used) {

        Quota withLimit(int newLimit) {
            return new Quota(id, field, valueName, valueId, newLimit, used);
        }

        Map<String, Object> describe() {
            JsonObject label = new JsonObject()
                    .with("value_name", valueName)
                    .with("export_value", "")
                    .with("value", limit)
                    .with("act_value", used)
                    .with("diff_value", limit - used)
                    .with("all", NullNode.getInstance());
            return new JsonObject()
                    .with("container", false)
                    .with("children", List.of())
                    .with("valueid", valueId)
                    .with("quotaid", id)
                    .with("label", label);
        }
    }
}
