package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A disposition that was set on a record. The vendor publishes its fields in part. */
@Value.Immutable
@JsonDeserialize(builder = RecordEvent.Builder.class)
public interface RecordEvent extends Model {

    /** Returns how often the dialer tried. */
    @JsonProperty("attempted_connection")
    OptionalInt attemptedConnection();

    /** Returns whether an agent had searched for the record. */
    @JsonProperty("client_search")
    Optional<Boolean> clientSearch();

    /** Returns the commission. */
    Optional<BigDecimal> commission();

    /** Returns the details of a call-back within an interval. */
    Optional<Json> comp();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableRecordEvent.Builder {
        Builder() {}
    }
}
