package io.mostik.datahub.statuses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Model;
import java.util.Set;
import org.immutables.value.Value;

/** One step of a funnel: the statuses that count as it. */
@Value.Immutable
@JsonDeserialize(builder = Container.Builder.class)
@JsonSerialize(as = ImmutableContainer.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Container extends Model {

    /** Returns by what the records name it; stays when the title changes. */
    String key();

    /** Returns how it is shown. */
    String title();

    /** Returns what it means to end up in it; nothing by default. */
    @Value.Default
    default Marker marker() {
        return Marker.NONE;
    }

    /** Returns the ids of its statuses, in the order given. */
    Set<Long> statusIds();

    /** Returns a container without a marker. */
    static Container of(String key, String title, long... statusIds) {
        return of(key, title, Marker.NONE, statusIds);
    }

    /** Returns a container. */
    static Container of(String key, String title, Marker marker, long... statusIds) {
        return builder()
                .key(key)
                .title(title)
                .marker(marker)
                .addStatusIds(statusIds)
                .build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a container. */
    final class Builder extends ImmutableContainer.Builder {
        Builder() {}
    }
}
