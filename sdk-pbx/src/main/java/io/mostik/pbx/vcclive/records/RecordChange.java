package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One element of a batch: which records to change, and how. */
@Value.Immutable
@JsonSerialize(as = ImmutableRecordChange.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface RecordChange {

    /** Returns the id of the record. */
    @JsonProperty("numberid")
    Optional<String> numberId();

    /** Returns the fields that the records to change have; all of them. */
    @Value.Redacted
    Optional<Map<String, String>> search();

    /** Returns the custom fields to set. */
    @Value.Redacted
    Map<String, FormValue> form();

    /** Returns the change of one record. */
    static RecordChange of(long numberId, Map<String, FormValue> form) {
        return builder().numberId(Long.toString(numberId)).form(form).build();
    }

    /** Returns the change of all records of which a field has this value. */
    static RecordChange where(String field, String value, Map<String, FormValue> form) {
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
    final class Builder extends ImmutableRecordChange.Builder {
        Builder() {}
    }
}
