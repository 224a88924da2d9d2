package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.BatchOutcome;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.LimitUpdate;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.core.Effect;
import io.mostik.core.SdkException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the workflows need of a bank: cards, spend limits, and parts that one bank offers and another does not. A workflow
 * that needs a missing part refuses with {@code NOT_OFFERED} before anything is sent. T-Bank is {@link #of(TBank)}; for
 * another bank, implement this over its client.
 *
 * <p>What the engine for once-only writes relies on:
 *
 * <ul>
 *   <li>A failure is an {@link SdkException} whose outcome is true: {@code NOT_SENT} and {@code REJECTED} only where the bank
 *       has certainly not acted. Where that is not known it is {@code UNKNOWN}, and the write is not repeated here.
 *   <li>A write that returns has happened, or waits as {@link Setting} says.
 *   <li>{@link #limits}, {@link #card} and {@link #cards} show a write as soon as it has happened: answers that were lost
 *       are read back from them.
 *   <li>No call lasts longer than {@link #longestCall}; leases are counted by it.
 * </ul>
 *
 * <p>Ids, limits and operations are those of T-Bank's client: plain values, whose words are open sets. A bank whose card ids
 * are no numbers keeps a table of its own. Implementations are thread-safe.
 */
public interface CardBank {

    /** Returns T-Bank: it offers all but {@link #unblocking} and {@link #approving}. */
    static CardBank of(TBank bank) {
        return TBankCards.of(bank);
    }

    /** Returns how long one call can last at most, with all repeats and pauses. */
    Duration longestCall();

    /**
     * Returns a view that begins no write after so long from now, by the clock of the client: what a process that slept would
     * send too late fails as {@code NOT_SENT}. By default there is no such limit, and what is sent too late may be set twice;
     * the workflow then says so.
     */
    default CardBank sendingWithin(Duration time) {
        return this;
    }

    /** Returns what the call that failed would have done, by its operation; empty if that is not known. */
    Optional<Effect> effectOf(SdkException failure);

    /** Reads a card: its status, its account, the name on it. */
    Card card(Ucid ucid);

    /** Reads all cards of the company, whole or not at all. */
    List<Card> cards();

    /** Reads the limits of a card. */
    CardLimits limits(Ucid ucid);

    /** Returns whether a limit can be set for a period. Money of orders needs {@code IRREGULAR}, the one-time limit. */
    boolean sets(LimitPeriod period);

    /**
     * Sets the spend limit of a card, in the place of the one before. Setting a one-time limit fills it up, so it is never sent
     * again while its outcome is unknown.
     */
    Setting setSpend(Ucid ucid, NewLimit limit);

    /** Returns the limit that stops all spending, with a period that this bank takes. */
    default NewLimit zero() {
        LimitPeriod period = Stream.of(LimitPeriod.IRREGULAR, LimitPeriod.DAY, LimitPeriod.MONTH)
                .filter(this::sets)
                .findFirst()
                .orElse(LimitPeriod.IRREGULAR);
        return new NewLimit(BigDecimal.ZERO, period);
    }

    /** Returns the cash limits, a ceiling inside the spend limit. */
    default Optional<CashLimits> cashLimits() {
        return Optional.empty();
    }

    /** Returns how limits of many cards are set in one call. */
    default Optional<Batches> batches() {
        return Optional.empty();
    }

    /** Returns how a card is blocked. */
    default Optional<Blocking> blocking() {
        return Optional.empty();
    }

    /** Returns how a block is taken back; empty where it is final. */
    default Optional<Unblocking> unblocking() {
        return Optional.empty();
    }

    /** Returns how a card is reissued. */
    default Optional<Reissuing> reissuing() {
        return Optional.empty();
    }

    /** Returns how number and code are shown or handed out. */
    default Optional<Requisites> requisites() {
        return Optional.empty();
    }

    /** Returns the statement by card, which a hand-over needs. */
    default Optional<Statements> statements() {
        return Optional.empty();
    }

    /** Returns how a limit is approved at the bank itself; empty where what is sent is in force. */
    default Optional<Approving> approving() {
        return Optional.empty();
    }

    /**
     * The answer to a limit that was sent.
     *
     * @param document the id of what has to be approved at the bank first; empty if the limit is in force
     */
    record Setting(Optional<String> document) {

        /** Returns the answer of a bank that has set the limit. */
        public static Setting inForce() {
            return new Setting(Optional.empty());
        }

        /** Returns the answer of a bank where somebody has to approve the limit; only with {@link CardBank#approving}. */
        public static Setting waiting(String document) {
            return new Setting(Optional.of(document));
        }
    }

    /** Sets cash limits. */
    interface CashLimits {

        /** Sets the cash limit of a card; in force when it returns. */
        void set(Ucid ucid, NewLimit limit);
    }

    /** Sets limits of many cards at once. */
    interface Batches {

        /** Returns how many cards one call takes. */
        int largest();

        /** Sets limits in whole units of the currency; in force when it returns, for the cards that it names as set. */
        BatchOutcome set(List<LimitUpdate> changes);
    }

    /** Blocks cards. */
    interface Blocking {

        /**
         * Blocks a card; {@link CardBank#card} shows it as {@code BLOCKED} or {@code CLOSED}. May be repeated.
         *
         * @param comment for the bank; no personal data
         */
        void block(Ucid ucid, String comment);
    }

    /** Takes blocks back. */
    interface Unblocking {

        /** Makes a blocked card usable again; may be repeated. */
        void unblock(Ucid ucid);
    }

    /** Reissues cards, as a job of the bank. */
    interface Reissuing {

        /** Begins a reissue, which must happen once, and returns the id of its job. */
        String begin(Ucid ucid);

        /** Asks how far a job is. */
        Progress progress(String job);

        /** Reads the cards of an account, and whether each is virtual: an id of a job that was lost is made up for by them. */
        List<Card> onAccount(String accountNumber);

        /** How far a reissue is. */
        enum State {
            /** The bank is at it. */
            RUNNING,
            /** The new card is there. */
            MADE,
            /** It ended without a card. */
            FAILED,
            /** The bank knows no such job any more. */
            FORGOTTEN
        }

        /**
         * How far a reissue is.
         *
         * @param successor the new card; only with {@code MADE}
         */
        record Progress(State state, Optional<Ucid> successor) {}
    }

    /** Shows number and code, or hands them out. */
    interface Requisites {

        /** Returns the bank's page that shows them to a person; empty if it has none for the card. */
        Optional<URI> page(Ucid ucid);

        /** Returns them, to be closed; empty if the bank shows them on its page only. */
        Optional<CardRequisites> requisites(Ucid ucid);
    }

    /** Tells operations by card. */
    interface Statements {

        /** Returns the operations of a card since a time, holds among them as soon as they are made. */
        Stream<Operation> since(Ucid ucid, Instant time);
    }

    /** Tells what became of limits that are approved at the bank. */
    interface Approving {

        /** What became of a document. */
        enum Decision {
            /** Nobody has decided. */
            WAITING,
            /** Its limit is in force. */
            EXECUTED,
            /** It never will be. */
            REJECTED
        }

        /** Asks what became of a document. */
        Decision decision(String document);

        /** Returns whether a limit of a card waits for a decision: so a document is found whose answer was lost. */
        boolean isWaiting(Ucid ucid);
    }
}
