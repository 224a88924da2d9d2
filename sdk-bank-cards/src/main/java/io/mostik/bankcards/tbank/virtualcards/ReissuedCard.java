package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The card that a reissue created. Its id is new: replace the old id wherever it is stored. Whether the limits carry
 * over is not documented: read them, and set them again.
 */
@Value.Immutable
@JsonDeserialize(builder = ReissuedCard.Builder.class)
public interface ReissuedCard extends Model {

    /** Returns the card that was. */
    Ucid oldUcid();

    /** Returns the card that is. */
    Ucid newUcid();

    /** Returns the first six digits of the new number. */
    Optional<String> cardBin();

    /** Returns the last four digits of the new number. */
    Optional<String> cardLastFourDigits();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a reissued card. */
    final class Builder extends ImmutableReissuedCard.Builder {
        Builder() {}
    }
}
