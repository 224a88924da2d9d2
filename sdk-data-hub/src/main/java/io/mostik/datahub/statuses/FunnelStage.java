package io.mostik.datahub.statuses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import java.util.Set;
import org.immutables.value.Value;

/** One step of a funnel: the statuses that count as it. */
@Value.Immutable
@JsonDeserialize(builder = FunnelStage.Builder.class)
@JsonSerialize(as = ImmutableFunnelStage.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface FunnelStage extends Model {

    /** Returns by what the records name it; stays when the title changes. */
    String key();

    /** Returns how it is shown. */
    String title();

    /** Returns what it means to end up in it; nothing by default. Settings call it {@code marker}. */
    @Value.Default
    @JsonProperty("marker")
    default StageRole role() {
        return StageRole.NONE;
    }

    /** Returns the ids of its statuses, in the order given. */
    Set<String> statusIds();

    /** Returns a container without a role. */
    static FunnelStage of(String key, String title, String... statusIds) {
        return of(key, title, StageRole.NONE, statusIds);
    }

    /** Returns a container. */
    static FunnelStage of(String key, String title, StageRole role, String... statusIds) {
        return builder()
                .key(key)
                .title(title)
                .role(role)
                .addStatusIds(statusIds)
                .build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a container. */
    final class Builder extends ImmutableFunnelStage.Builder {
        Builder() {}
    }
}
