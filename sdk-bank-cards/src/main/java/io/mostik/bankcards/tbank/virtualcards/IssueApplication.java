package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** An application for a virtual card. */
@Value.Immutable
@JsonDeserialize(builder = IssueApplication.Builder.class)
public interface IssueApplication extends Model {

    /** Returns its id. */
    String cardIssueApplicationId();

    /** Returns how far it is. */
    IssueStatus status();

    /** Returns why it failed. */
    @Redacted
    Optional<String> failedReason();

    /** Returns the card, once it is issued. */
    Optional<Ucid> ucid();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an application. */
    final class Builder extends ImmutableIssueApplication.Builder {
        Builder() {}
    }
}
