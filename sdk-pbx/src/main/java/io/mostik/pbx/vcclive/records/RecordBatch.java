package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Changes of many records in one call. There is no limit of elements; send fewer after a time-out. */
@Value.Immutable
@JsonSerialize(as = ImmutableRecordBatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface RecordBatch {

    /** Returns the custom fields to set on all. */
    @Redacted(keys = true)
    @JsonProperty("default")
    Map<String, FormValue> defaults();

    /** Returns the changes. */
    List<RecordUpdate> elements();

    /** Returns the batch of these changes. */
    static RecordBatch of(List<RecordUpdate> changes) {
        return builder().elements(changes).build();
    }

    /** Refuses an empty batch. */
    @Value.Check
    default void check() {
        if (elements().isEmpty()) {
            throw new IllegalArgumentException("elements must not be empty");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a batch. */
    final class Builder extends ImmutableRecordBatch.Builder {
        Builder() {}
    }
}
