package io.mostik.datahub.statuses;

import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.connector.FunnelStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks through a mapping and collects what is wrong. Belongs to one look. */
final class MappingCheck {

    private final StatusMapping mapping;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> statuses = new HashMap<>();
    private final Map<StageRole, String> roles = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    MappingCheck(StatusMapping mapping) {
        this.mapping = mapping;
    }

    Findings of(Funnel funnel) {
        for (int i = 0; i < mapping.containers().size(); i++) {
            String path = ".containers[" + i + "]";
            FunnelStage container = mapping.containers().get(i);
            names(container, path);
            role(container, path);
            statuses(container, path, funnel);
        }
        if (!roles.containsKey(StageRole.SUCCESSFUL)) {
            warning(
                    FindingCode.NO_SUCCESS_MARKER,
                    ".containers",
                    "no container is marked SUCCESSFUL: sales and revenue are zero");
        }
        for (FunnelStatus status : funnel.statuses()) {
            if (!statuses.containsKey(status.id())) {
                warning(FindingCode.UNMAPPED_STATUS, ".containers", text(status) + " is in no container");
            }
        }
        return new Findings(findings);
    }

    private void names(FunnelStage container, String path) {
        if (container.key().isBlank()) {
            error(FindingCode.EMPTY_KEY, path + ".key", "a container needs a key");
        } else {
            once(keys, container.key(), path + ".key")
                    .ifPresent(first -> error(
                            FindingCode.DUPLICATE_KEY,
                            path + ".key",
                            "key '" + container.key() + "' is also at " + first));
        }
        String title = container.title().strip();
        if (title.isEmpty()) {
            error(FindingCode.EMPTY_TITLE, path + ".title", "a container needs a title");
        } else {
            once(titles, title.toLowerCase(Locale.ROOT), path + ".title")
                    .ifPresent(first -> error(
                            FindingCode.DUPLICATE_TITLE, path + ".title", "title '" + title + "' is also at " + first));
        }
    }

    private void role(FunnelStage container, String path) {
        if (container.role() != StageRole.NONE) {
            once(roles, container.role(), path + ".marker")
                    .ifPresent(first -> error(
                            FindingCode.DUPLICATE_MARKER,
                            path + ".marker",
                            container.role() + " is already given at " + first
                                    + "; statuses of this kind share one container"));
        }
    }

    private void statuses(FunnelStage container, String path, Funnel funnel) {
        if (container.statusIds().isEmpty()) {
            warning(FindingCode.EMPTY_CONTAINER, path + ".statusIds", "no status is in this container");
        }
        int place = 0;
        for (String id : container.statusIds()) {
            String at = path + ".statusIds[" + place + "]";
            place++;
            once(statuses, id, at)
                    .ifPresent(first ->
                            error(FindingCode.DUPLICATE_STATUS, at, "status " + id + " is already at " + first));
            if (!funnel.has(id)) {
                List<String> candidates =
                        funnel.statuses().stream().map(MappingCheck::text).toList();
                error(
                        FindingCode.UNKNOWN_STATUS,
                        at,
                        "status " + id + " does not exist or was deleted; there are " + candidates);
            }
        }
    }

    private static String text(FunnelStatus status) {
        return status.id() + " " + Funnel.title(status);
    }

    /** Returns where the value was met before, or notes where it is met first. */
    private static <K> Optional<String> once(Map<K, String> seen, K value, String path) {
        return Optional.ofNullable(seen.putIfAbsent(value, path));
    }

    private void error(FindingCode code, String path, String message) {
        findings.add(Finding.error(code, path, message));
    }

    private void warning(FindingCode code, String path, String message) {
        findings.add(Finding.warning(code, path, message));
    }
}
