package io.mostik.remonline.legacy;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.remonline.internal.EmptyAsAbsent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * An estimate of version 1.0. Only its id is known for certain; the other fields are inferred from orders, and everything
 * sent is in {@code unknown()}.
 */
@Value.Immutable
@JsonDeserialize(builder = LegacyEstimate.Builder.class)
public interface LegacyEstimate extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    Optional<String> idLabel();

    /** Returns its status. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<LegacyStatus> status();

    /** Returns the id of the location. */
    OptionalLong branchId();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns for whom it is. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<LegacyClient> client();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an estimate. */
    final class Builder extends ImmutableLegacyEstimate.Builder {
        Builder() {}
    }
}
