package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** The card of a {@link LegacyOperation}. */
@Value.Immutable
@JsonDeserialize(builder = LegacyCard.Builder.class)
public interface LegacyCard extends Model {

    /** Returns its id, as sent. */
    Optional<String> ucid();

    /** Returns the code of the trade. */
    Optional<String> mcc();

    /** Returns the masked number. */
    Optional<String> number();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a card. */
    final class Builder extends ImmutableLegacyCard.Builder {
        Builder() {}
    }
}
