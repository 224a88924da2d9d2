package io.mostik.bridge.link;

import io.mostik.bridge.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a link would do with an event. Nothing was written or sent. Prints names only.
 *
 * @param state {@code ACCEPTED} if an action would be asked for, else how the run would stand
 * @param failing the conditions that do not hold
 * @param mapped values with their origin, and what is missing
 * @param request what the action would be asked, in its fixed spelling; no fields unless it would be
 * @param unused the paths of the event that nothing looks at
 */
public record DryRun(RunState state, List<String> failing, Mapped mapped, Fields request, List<String> unused) {

    /** Keeps unmodifiable copies. */
    public DryRun {
        Objects.requireNonNull(state, "state");
        failing = List.copyOf(failing);
        Objects.requireNonNull(mapped, "mapped");
        Objects.requireNonNull(request, "request");
        unused = List.copyOf(unused);
    }

    static DryRun of(RunState state, List<String> failing, List<String> unused) {
        return new DryRun(
                state, failing, new Mapped(Fields.none(), Map.of(), List.of(), List.of()), Fields.none(), unused);
    }

    @Override
    public String toString() {
        return "DryRun[" + state + " " + mapped + "]";
    }
}
