package io.mostik.bridge.link;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.json.Json;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a link would do. Thread-safe. */
final class DryRuns {

    private final Actions actions;
    private final ZoneId zone;

    DryRuns(Actions actions, ZoneId zone) {
        this.actions = actions;
        this.zone = zone;
    }

    DryRun of(Link link, BridgeEvent sample) {
        Action action = actions.find(link.target().action()).orElseThrow();
        Json data = LinkData.of(sample, Json.of(null));
        Mapping mapping = new Mapping(zone);
        List<String> unused = UnusedPaths.of(link, sample.data());
        List<String> failing =
                mapping.failing(link, data).stream().map(Condition::toString).toList();
        if (!failing.isEmpty()) {
            return DryRun.of(RunState.FILTERED, failing, unused);
        }
        Mapped mapped = mapping.apply(link, data, action.spec());
        if (!mapped.isComplete()) {
            return new DryRun(RunState.INCOMPLETE, List.of(), mapped, Fields.none(), unused);
        }
        try {
            Fields request = action.spec().read(mapped.fields().asMap(), zone, Optional.empty());
            return new DryRun(RunState.ACCEPTED, List.of(), mapped, request, unused);
        } catch (FieldException e) {
            List<String> notes = new ArrayList<>(mapped.notes());
            notes.add(e.field() + ": " + e.code());
            Mapped lacking = new Mapped(mapped.fields(), mapped.origins(), notes, List.of(e.field()));
            return new DryRun(RunState.INCOMPLETE, List.of(), lacking, Fields.none(), unused);
        }
    }
}
