package io.mostik.datahub.statuses;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Changes to the containers of a mapping. */
final class StageEditor {

    private StageEditor() {}

    static StatusMapping change(StatusMapping mapping, String key, Consumer<FunnelStage.Builder> change) {
        require(mapping, key);
        return each(mapping, (container, changed) -> {
            if (container.key().equals(key)) {
                change.accept(changed);
            }
        });
    }

    static StatusMapping mark(StatusMapping mapping, String key, StageRole role) {
        require(mapping, key);
        return each(mapping, (container, changed) -> {
            if (container.key().equals(key)) {
                changed.role(role);
            } else if (container.role() == role) {
                changed.role(StageRole.NONE);
            }
        });
    }

    static StatusMapping add(StatusMapping mapping, FunnelStage stage) {
        if (mapping.containers().stream().anyMatch(each -> each.key().equals(stage.key()))) {
            throw new IllegalArgumentException("key: there is a container " + stage.key() + " already");
        }
        List<FunnelStage> containers = new ArrayList<>(mapping.containers());
        containers.add(stage);
        return with(mapping, containers);
    }

    static StatusMapping remove(StatusMapping mapping, String key) {
        require(mapping, key);
        return with(
                mapping,
                mapping.containers().stream()
                        .filter(each -> !each.key().equals(key))
                        .toList());
    }

    static StatusMapping moveStatus(StatusMapping mapping, String statusId, String key) {
        require(mapping, key);
        return each(mapping, (container, changed) -> {
            Set<String> ids = new LinkedHashSet<>(container.statusIds());
            if (container.key().equals(key)) {
                ids.add(statusId);
            } else {
                ids.remove(statusId);
            }
            changed.statusIds(ids);
        });
    }

    private static StatusMapping each(StatusMapping mapping, BiConsumer<FunnelStage, FunnelStage.Builder> change) {
        List<FunnelStage> containers = new ArrayList<>();
        for (FunnelStage container : mapping.containers()) {
            FunnelStage.Builder changed = FunnelStage.builder();
            changed.from(container);
            change.accept(container, changed);
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
