package io.mostik.datahub.statuses;

import io.mostik.datahub.connector.FunnelStatus;
import io.mostik.datahub.connector.FunnelStatus.Stage;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Mappings made from the loaded statuses. The titles of the hub's own containers are the hub's. */
final class Proposals {

    private Proposals() {}

    static StatusMapping ungrouped(Funnel funnel) {
        StatusMapping.Builder mapping = StatusMapping.builder().funnelName(funnel.name());
        Set<String> taken = new HashSet<>();
        for (FunnelStatus status : funnel.statuses()) {
            String name = Funnel.title(status).strip();
            boolean free = taken.add(name.toLowerCase(Locale.ROOT));
            mapping.addContainers(FunnelStage.of(
                    "status-" + status.id(), free ? name : name + " (" + status.id() + ")", status.id()));
        }
        return mapping.build();
    }

    static StatusMapping byGroup(Funnel funnel) {
        return StatusMapping.builder()
                .funnelName(funnel.name())
                .addContainers(
                        FunnelStage.of("inquiries", "Обращения", ids(funnel, Stage.NEW)),
                        FunnelStage.of(
                                "unqualified", "Некачественные", StageRole.UNSUCCESSFUL, ids(funnel, Stage.LOST)),
                        FunnelStage.of("leads", "Лиды", ids(funnel, Stage.UNDER_WAY)),
                        FunnelStage.of("paid", "Оплачен", StageRole.SUCCESSFUL, ids(funnel, Stage.WON)))
                .build();
    }

    private static String[] ids(Funnel funnel, Stage stage) {
        return funnel.statuses().stream()
                .filter(status -> status.stage().filter(stage::equals).isPresent())
                .map(FunnelStatus::id)
                .toArray(String[]::new);
    }
}
