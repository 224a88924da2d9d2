package io.mostik.bankcards.workflow;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.json.ModelStyle;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** A change of a card that somebody asks for and somebody else approves. Prints its id and state. */
@Value.Immutable
@ModelStyle
@JsonDeserialize(builder = ChangeRequest.Builder.class)
@JsonSerialize(as = ImmutableChangeRequest.class)
public interface ChangeRequest {

    /** Returns its id. */
    String id();

    /** Returns the card. */
    Ucid ucid();

    /** Returns the spend limit that is wanted; empty if the card is to be reissued. */
    Optional<NewLimit> limit();

    /** Returns where it stands. */
    State state();

    /** Returns who asks. */
    @Value.Redacted
    String requester();

    /** Returns why. */
    @Value.Redacted
    String reason();

    /** Returns who approved or rejected it. */
    @Value.Redacted
    Optional<String> decidedBy();

    /** Returns until when it can be executed. */
    Instant expiresAt();

    /** Returns when it got its state. */
    Instant since();

    /** Returns the spend limit of the card when the change was asked for; of a reissue, when it was sent. */
    Optional<LimitBefore> spendBefore();

    /** Returns the cash limit of the card when the change was asked for; of a reissue, when it was sent. */
    Optional<LimitBefore> cashBefore();

    /** Returns the cards that were on the account before a reissue was sent. */
    List<Ucid> known();

    /** Returns the id of a reissue at the bank. */
    Optional<String> correlationId();

    /** Returns the card that a reissue has brought. */
    Optional<Ucid> successor();

    /** Returns why a workflow refused it, if one did. */
    Optional<CardRefusedException.Reason> refusal();

    /** Returns what happened, oldest first. */
    @Value.Redacted
    List<Step> trail();

    /**
     * One step of the way.
     *
     * @param at when
     * @param who did it; {@code sdk} for what no person did
     * @param what happened
     */
    record Step(Instant at, String who, String what) {

        /** Refuses missing parts. */
        public Step {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(what, "what");
        }
    }

    /** Where a change stands. */
    enum State {
        /** Waits for a decision. */
        REQUESTED,
        /** May be executed. */
        APPROVED,
        /** Somebody said no. */
        REJECTED,
        /** Under way, or abandoned by a crashed process; execute again. */
        EXECUTING,
        /** It may have happened, once or twice; execute again to read back, or let a person look and resolve it. */
        UNKNOWN,
        /** Done, and seen to be done. */
        EXECUTED,
        /** Not done, for good. */
        FAILED,
        /** Too old. */
        EXPIRED
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableChangeRequest.Builder {
        Builder() {}
    }
}
