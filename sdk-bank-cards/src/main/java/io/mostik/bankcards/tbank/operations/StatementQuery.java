package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.bankcards.tbank.internal.AccountNumbers;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Which operations of an account to list. The bank has data since June 2023. */
@Value.Immutable
@JsonSerialize(as = ImmutableStatementQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"accountNumber", "from", "to"})
public interface StatementQuery {

    /** The most categories in one query. */
    int MOST_CATEGORIES = 50;

    /** Returns the account: 20 digits. */
    @Redacted
    String accountNumber();

    /** Returns the beginning, inclusive. */
    @JsonProperty("from")
    Instant since();

    /** Returns the end, exclusive; now by default. */
    @JsonProperty("to")
    Optional<Instant> until();

    /** Returns whether holds or postings are wanted; both by default. */
    Optional<OperationStatus> operationStatus();

    /**
     * Returns the wanted categories; all by default. How the bank takes several is inferred: one parameter for each.
     */
    List<OperationCategory> categories();

    /** Returns how many operations to ask for at a time; as many as the bank likes by default. */
    @JsonProperty("limit")
    OptionalInt pageSize();

    /** Refuses what the bank would refuse. */
    @Value.Check
    default void check() {
        AccountNumbers.checkForStatement(accountNumber());
        if (until().filter(end -> !end.isAfter(since())).isPresent()) {
            throw new IllegalArgumentException("until must be after since");
        }
        if (categories().size() > MOST_CATEGORIES) {
            throw new IllegalArgumentException("categories must be at most " + MOST_CATEGORIES);
        }
        if (pageSize().isPresent() && pageSize().getAsInt() < 1) {
            throw new IllegalArgumentException("pageSize must be at least 1");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableStatementQuery.Builder {
        Builder() {}
    }
}
