package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.pbx.vcclive.statistics.Cdr;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** All that is known about a record. */
@Value.Immutable
@JsonDeserialize(builder = RecordDetails.Builder.class)
public interface RecordDetails extends Model {

    /** Returns the custom fields by name; of fields of choice, the ids of values. */
    @Redacted(keys = true)
    Map<String, Json> data();

    /** Returns whom the numbers reach, by {@code phone1} and so on. */
    @Redacted
    Map<String, Contact> contacts();

    /** Returns the dispositions set so far. */
    List<RecordEvent> events();

    /** Returns the calls. */
    List<Cdr> cdrs();

    /** Returns when it was made, in the account's local time. */
    @JsonProperty("create_date")
    Optional<LocalDateTime> createDate();

    /** Returns when it was made. */
    @JsonProperty("create_date_utc")
    Optional<Instant> createDateUtc();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the details. */
    final class Builder extends ImmutableRecordDetails.Builder {
        Builder() {}
    }
}
