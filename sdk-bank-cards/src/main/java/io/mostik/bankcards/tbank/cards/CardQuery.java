package io.mostik.bankcards.tbank.cards;

import io.mostik.bankcards.tbank.internal.AccountNumbers;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of cards; an absent property does not restrict. */
@Value.Immutable
public interface CardQuery {

    /** The longest page of {@link CardsApi#listDetailed}. */
    int LARGEST_PAGE = 3_000;

    /** Returns the account whose cards are wanted: 20 or 22 digits. */
    @Redacted
    Optional<String> accountNumber();

    /** Returns how many cards to ask for at a time; 1000 by default, as at the bank. */
    @Value.Default
    default int pageSize() {
        return 1_000;
    }

    /** Refuses what the bank would refuse. */
    @Value.Check
    default void check() {
        accountNumber().ifPresent(AccountNumbers::check);
        if (pageSize() < 1 || pageSize() > LARGEST_PAGE) {
            throw new IllegalArgumentException("pageSize must be 1 to " + LARGEST_PAGE);
        }
    }

    /** Returns the query that finds all cards. */
    static CardQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableCardQuery.Builder {
        Builder() {}
    }
}
