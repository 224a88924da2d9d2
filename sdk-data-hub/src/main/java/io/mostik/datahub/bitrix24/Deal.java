package io.mostik.datahub.bitrix24;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A deal. Own fields of the portal, {@code ufCrm…}, are among the unknown properties. */
@Value.Immutable
@JsonDeserialize(builder = Deal.Builder.class)
public interface Deal extends Model {

    /** Returns its id. */
    long id();

    /** Returns the id of its stage, such as {@code NEW} or {@code C5:WON}. */
    Optional<String> stageId();

    /** Returns the id of its category, which people call funnel; 0 for the first one. */
    OptionalLong categoryId();

    /** Returns its amount. */
    Optional<BigDecimal> opportunity();

    /** Returns the currency of the amount. */
    Optional<String> currencyId();

    /** Returns when it was made. */
    Optional<Instant> createdTime();

    /** Returns when it was last changed. */
    Optional<Instant> updatedTime();

    /** Returns when it came to its stage. */
    Optional<Instant> movedTime();

    /** Returns the id of the responsible employee. */
    OptionalLong assignedById();

    /** Returns the id of its source. */
    Optional<String> sourceId();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a deal. */
    final class Builder extends ImmutableDeal.Builder {
        Builder() {}
    }
}
