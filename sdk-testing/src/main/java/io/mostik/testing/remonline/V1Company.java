package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;

/** Locations and marketing campaigns of the older generations. */
final class V1Company {

    private final Dictionaries dictionaries;

    V1Company(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    void register(Endpoints endpoints) {
        endpoints.on("GET", "/branches/", this::branches).on("GET", "/marketing/campaigns/", this::campaigns);
    }

    private Answer branches(RequestReader ask) {
        List<Map.Entry<Long, String>> rows = dictionaries.locations().entrySet().stream()
                .filter(branch -> dictionaries.allowed(branch.getKey()))
                .toList();
        return Sheet.page(
                ask,
                rows,
                branch -> Shape.named(branch.getKey(), branch.getValue()).put("address", ""));
    }

    private Answer campaigns(RequestReader ask) {
        return Sheet.page(ask, List.copyOf(dictionaries.campaigns().entrySet()), campaign -> {
            ObjectNode json = Shape.named(campaign.getKey(), campaign.getValue());
            json.putArray("branch_ids");
            return json;
        });
    }
}
