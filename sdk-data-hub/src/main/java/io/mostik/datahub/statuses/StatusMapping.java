package io.mostik.datahub.statuses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import io.mostik.datahub.checks.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Which statuses count as which step of the funnel. The order of the containers is the order of the funnel. A mapping is
 * made by hand or proposed from the loaded statuses, then renamed, grouped and marked; {@link #check} says what is wrong
 * with it, all at once. Immutable.
 */
@Value.Immutable
@JsonDeserialize(builder = StatusMapping.Builder.class)
@JsonSerialize(as = ImmutableStatusMapping.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface StatusMapping extends Model {

    /** Returns how the funnel is called. */
    String funnelName();

    /** Returns the steps in their order. */
    List<FunnelStage> containers();

    /** Returns how the states of deals are shown, where not by their own names. */
    Map<DealState, String> stateTitles();

    /** Returns one container for each status, in the vendor's order, named after it; without roles. */
    static StatusMapping proposeUngrouped(Funnel funnel) {
        return Proposals.ungrouped(funnel);
    }

    /**
     * Returns the hub's four containers, filled by the vendor's groups: new to inquiries; in progress, pending, done and
     * delivery to leads; dropped off to unqualified, marked unsuccessful; closed to paid, marked successful. A status of
     * an unknown group stays unmapped.
     */
    static StatusMapping proposeByGroup(Funnel funnel) {
        return Proposals.byGroup(funnel);
    }

    /**
     * Returns this mapping with another title of a container.
     *
     * @throws IllegalArgumentException as all changes, if there is no container of this key; lists those there are
     */
    default StatusMapping rename(String key, String title) {
        return StageEditor.change(this, key, container -> container.title(title));
    }

    /** Returns this mapping with another role of a container; one that had this role before has none then. */
    default StatusMapping mark(String key, StageRole role) {
        return StageEditor.mark(this, key, role);
    }

    /** Returns this mapping with one more container, at the end and without statuses. */
    default StatusMapping addStage(String key, String title) {
        return StageEditor.add(this, FunnelStage.of(key, title));
    }

    /** Returns this mapping without a container; its statuses are in none then. */
    default StatusMapping removeStage(String key) {
        return StageEditor.remove(this, key);
    }

    /** Returns this mapping with a status in this container, wherever it was before, as when it is dragged there. */
    default StatusMapping moveStatus(String statusId, String key) {
        return StageEditor.moveStatus(this, statusId, key);
    }

    /** Returns this mapping with several containers as one, at the place of the first. */
    default StatusMapping group(String newKey, String title, Set<String> keys) {
        return StageEditor.group(this, FunnelStage.of(newKey, title), keys);
    }

    /** Returns the container that a status counts as; empty if it is in none. */
    default Optional<FunnelStage> containerOf(String statusId) {
        return containers().stream()
                .filter(container -> container.statusIds().contains(statusId))
                .findFirst();
    }

    /** Returns the state of deals in a container: by its role, else new in the first one without a role. */
    default DealState stateOf(FunnelStage container) {
        return switch (container.role()) {
            case SUCCESSFUL -> DealState.SUCCESSFUL;
            case UNSUCCESSFUL -> DealState.UNSUCCESSFUL;
            case NONE ->
                containers().stream()
                        .filter(each -> each.role() == StageRole.NONE)
                        .findFirst()
                        .filter(first -> first.key().equals(container.key()))
                        .map(first -> DealState.NEW)
                        .orElse(DealState.IN_PROGRESS);
        };
    }

    /** Returns how a state is shown. */
    default String title(DealState state) {
        return stateTitles().getOrDefault(state, state.name());
    }

    /** Returns everything that is wrong with this mapping of a funnel, errors and warnings. */
    default Findings check(Funnel funnel) {
        return new MappingCheck(this).of(funnel);
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a mapping. */
    final class Builder extends ImmutableStatusMapping.Builder {
        Builder() {}
    }
}
