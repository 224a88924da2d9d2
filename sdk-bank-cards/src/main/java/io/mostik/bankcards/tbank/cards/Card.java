package io.mostik.bankcards.tbank.cards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** A company card. The bank does not say who holds it, except for the name printed on it. */
@Value.Immutable
@JsonDeserialize(builder = Card.Builder.class)
public interface Card extends Model {

    /** Returns its id. */
    Ucid ucid();

    /** Returns the account that it draws on. */
    @Redacted
    String accountNumber();

    /** Returns the first six digits of its number. */
    Optional<String> cardBin();

    /** Returns the last four digits of its number. */
    Optional<String> cardLastFourDigits();

    /** Returns whether it has been activated; says nothing about {@link #status()}. */
    @JsonProperty("isActive")
    Optional<Boolean> active();

    /** Returns whether it can be used. */
    Optional<CardStatus> status();

    /** Returns the holder's name in Latin letters, as on the card: a hint at the holder, never a proof. */
    @Redacted
    Optional<String> embossedName();

    /** Returns whether it is virtual; told by {@link CardsApi#listDetailed} only. Known from clients in public. */
    @JsonProperty("isVirtual")
    Optional<Boolean> virtual();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a card. */
    final class Builder extends ImmutableCard.Builder {
        Builder() {}
    }
}
