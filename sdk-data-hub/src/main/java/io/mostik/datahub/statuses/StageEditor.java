package io.mostik.datahub.statuses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Changes to the containers of a mapping. */
final class StageEditor {

    private StageEditor() {}

    static StatusMapping change(StatusMapping mapping, String key, Consumer<FunnelStage.Builder> change) {
        require(mapping, key);
        List<FunnelStage> containers = new ArrayList<>();
        for (FunnelStage container : mapping.containers()) {
            FunnelStage.Builder changed = FunnelStage.builder();
            changed.from(container);
            if (container.key().equals(key)) {
                change.accept(changed);
            }
            containers.add(changed.build());
        }
        return with(mapping, containers);
    }

    static StatusMapping group(StatusMapping mapping, FunnelStage empty, Set<String> keys) {
        keys.forEach(key -> require(mapping, key));
        FunnelStage.Builder grouped = FunnelStage.builder();
        grouped.from(empty);
        int place = -1;
        List<FunnelStage> containers = new ArrayList<>();
        for (FunnelStage container : mapping.containers()) {
            if (!keys.contains(container.key())) {
                containers.add(container);
                continue;
            }
            grouped.addAllStatusIds(container.statusIds());
            if (place < 0) {
                place = containers.size();
            }
        }
        containers.add(Math.max(place, 0), grouped.build());
        return with(mapping, containers);
    }

    private static StatusMapping with(StatusMapping mapping, List<FunnelStage> containers) {
        StatusMapping.Builder changed = StatusMapping.builder();
        changed.from(mapping);
        return changed.containers(containers).build();
    }

    private static void require(StatusMapping mapping, String key) {
        List<String> keys = mapping.containers().stream().map(FunnelStage::key).toList();
        if (!keys.contains(key)) {
            throw new IllegalArgumentException("key: there is no container " + key + "; there are " + keys);
        }
    }
}
