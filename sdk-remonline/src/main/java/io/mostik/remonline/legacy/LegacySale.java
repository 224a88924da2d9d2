package io.mostik.remonline.legacy;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A sale over the counter. The fields come from a live client. */
@Value.Immutable
@JsonDeserialize(builder = LegacySale.Builder.class)
public interface LegacySale extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    Optional<String> idLabel();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns the id of who made it. */
    OptionalLong createdById();

    /** Returns the id of the client; sales need none. */
    OptionalLong clientId();

    /** Returns the id of the warehouse. */
    OptionalLong warehouseId();

    /** Returns the note. */
    @Redacted
    Optional<String> description();

    /** Returns the lines. */
    List<LegacySaleLine> products();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a sale. */
    final class Builder extends ImmutableLegacySale.Builder {
        Builder() {}
    }
}
