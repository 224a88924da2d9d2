package io.mostik.bankcards.workflow;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.json.ModelStyle;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
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

    /** Returns the spend limit that is wanted; of an increase, what it came to when it was asked for. */
    Optional<NewLimit> limit();

    /** Returns the cash limit that is wanted. */
    Optional<NewLimit> cashLimit();

    /** Returns the sum by which the spend limit is to rise, in units of the currency of the card's account. */
    Optional<BigDecimal> increase();

    /** Returns what is asked for. */
    default Kind kind() {
        if (increase().isPresent()) {
            return Kind.INCREASE;
        }
        if (cashLimit().isPresent()) {
            return Kind.CASH_LIMIT;
        }
        return limit().isPresent() ? Kind.SPEND_LIMIT : Kind.REISSUE;
    }

    /** Returns its state. */
    State state();

    /** Returns who asks. */
    @Redacted
    String requester();

    /** Returns why. */
    @Redacted
    String reason();

    /** Returns who decided last: approved, rejected, withdrew or cancelled it. */
    @Redacted
    Optional<String> decidedBy();

    /** Returns who has approved it so far: two different people where the {@link ApprovalPolicy} asks for two. */
    @Redacted
    List<String> approvedBy();

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

    /** Returns what happened, oldest first. Steps are added and never changed. */
    @Redacted
    List<Step> trail();

    /** Returns whether the trail is as it was written: each step holds a digest of itself and of all before it. */
    default boolean isTrailWhole() {
        return TrailDigest.isWhole(this);
    }

    /**
     * One step of the way.
     *
     * @param at when
     * @param who did it; {@code sdk} for what no person did
     * @param what happened
     * @param digest of this step, of all before it and of what was asked for: SHA-256 in hexadecimal digits; empty for
     *     steps that an earlier version wrote
     */
    record Step(Instant at, String who, String what, Optional<String> digest) {

        /** Rejects null components. */
        public Step {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(digest, "digest");
        }
    }

    /** What is asked for. */
    enum Kind {
        /** Another spend limit. */
        SPEND_LIMIT,
        /** Another cash limit. */
        CASH_LIMIT,
        /** A spend limit that is higher by a sum than what is left, or than the limit of a day or month. */
        INCREASE,
        /** A new card in the place of this one. */
        REISSUE
    }

    /** The state of a change. */
    enum State {
        /** Waits for a decision, or for the second one of two. */
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
        EXPIRED,
        /** Its requester does not want it any more. */
        WITHDRAWN,
        /** Somebody who may decide ended it before it was begun. */
        CANCELLED;

        /** Returns whether nothing comes after it. */
        public boolean isOver() {
            return this != REQUESTED && this != APPROVED && this != EXECUTING && this != UNKNOWN;
        }
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
