package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One element of a batch: which records to change, and how. */
@Value.Immutable
@JsonSerialize(as = ImmutableRecordUpdate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface RecordUpdate {

    /** Returns the id of the record. */
    @JsonProperty("numberid")
    Optional<String> numberId();

    /** Returns the fields that the records to change have; all of them. */
    @Redacted
    Optional<Map<String, String>> search();

    /** Returns the custom fields to set. */
    @Redacted(keys = true)
    Map<String, FormValue> form();

    /** Returns the change of one record. */
    static RecordUpdate of(long numberId, Map<String, FormValue> form) {
        return builder().numberId(Long.toString(numberId)).form(form).build();
    }

    /** Returns the change of all records of which a field has this value. */
    static RecordUpdate where(String field, String value, Map<String, FormValue> form) {
        return builder().search(Map.of(field, value)).form(form).build();
    }

    /** Refuses an element that names both or neither, or changes nothing. */
    @Value.Check
    default void check() {
        if (numberId().isPresent() == search().isPresent()) {
            throw new IllegalArgumentException("an element needs either numberId or search");
        }
        if (form().isEmpty()) {
            throw new IllegalArgumentException("form must not be empty");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableRecordUpdate.Builder {
        Builder() {}
    }
}
