package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.BatchOutcome;
import io.mostik.bankcards.tbank.limits.CardOutcome;
import io.mostik.bankcards.tbank.limits.LimitUpdate;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardBank.Batches;
import io.mostik.bankcards.workflow.CardBank.Setting;
import io.mostik.bankcards.workflow.DismissalReport.Line;
import io.mostik.core.ProgressMeter;
import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.Attempt;
import io.mostik.core.once.OnceWrites;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes money and use from the cards of somebody who leaves; one that fails stops no other. Thread-safe. */
final class DismissedCards {

    private static final System.Logger LOG = System.getLogger("io.mostik.bankcards");

    private final CardBank bank;
    private final CardOwners owners;
    private final BlockSteps steps;
    private final OnceWrites<Ucid, Void, Boolean> blocks;

    DismissedCards(CardBank bank, CardOwners owners, OnceWrites<Ucid, Void, Boolean> blocks) {
        this.bank = bank;
        this.owners = owners;
        this.steps = new BlockSteps(bank, owners);
        this.blocks = blocks;
    }

    List<Line> take(List<Ucid> cards, String comment, ProgressMeter meter) {
        Map<Ucid, Optional<Attempt<Ucid, Void, Boolean>>> noted = new LinkedHashMap<>();
        cards.forEach(card -> noted.put(card, note(card)));
        Set<Ucid> stopped = stop(cards);
        List<Line> lines = new ArrayList<>();
        noted.forEach((card, attempt) -> {
            Line line = block(card, comment, stopped.contains(card));
            attempt.ifPresent(begun -> attempt("a block could not be noted", () -> end(begun, line)));
            lines.add(line);
            meter.add(1);
        });
        return lines;
    }

    /** Gives a card back to somebody who was rehired: one that is blocked stays so. */
    RehireReport.Line lift(Ucid card, NewLimit limit) {
        try {
            unblock(card);
            if (steps.isBlocked(card)) {
                return notUsable(card, "the bank has blocked the card for good");
            }
            boolean isOpen = blocks.state(card.toString()).isOpen();
            if (isOpen && !blocks.resolve(card.toString(), Optional.empty())) {
                return notUsable(card, "the card is being blocked at this moment");
            }
            CardOwner unused = owners.update(card, CardOwner::rehired);
            boolean isZero = bank.limits(card).spendLimit().limitValue().signum() == 0;
            if (isZero && limit.value().signum() > 0) {
                Setting unusedLimit = bank.setSpend(card, limit);
            }
            return new RehireReport.Line(card, true, Optional.empty());
        } catch (RuntimeException e) {
            return notUsable(card, String.valueOf(e.getMessage()));
        }
    }

    /** Before the record is free: what fails in between can be repeated. */
    private void unblock(Ucid card) {
        boolean isBlocked = bank.unblocking().isPresent()
                && bank.card(card).status().filter(CardStatus.BLOCKED::equals).isPresent();
        if (isBlocked) {
            bank.unblocking().get().unblock(card);
        }
    }

    private static RehireReport.Line notUsable(Ucid card, String why) {
        return new RehireReport.Line(card, false, Optional.of(why));
    }

    /**
     * Records the dismissal. The card is stopped and blocked even if another process works on it or recording fails.
     */
    private Optional<Attempt<Ucid, Void, Boolean>> note(Ucid card) {
        try {
            Attempt<Ucid, Void, Boolean> attempt = blocks.begin(card.toString(), card);
            return attempt.known().isPresent() ? Optional.empty() : Optional.of(attempt);
        } catch (RuntimeException e) {
            warn("a dismissal could not be noted for a card", e);
            return Optional.empty();
        }
    }

    /**
     * A card may be blocked by two at once, so a block is not counted: the write is open until it is seen, and then
     * gone.
     */
    private static void end(Attempt<Ucid, Void, Boolean> attempt, Line line) {
        if (line.blocked()) {
            attempt.release();
        } else {
            attempt.failed(new IllegalStateException("the bank does not show the block"));
        }
    }

    /** Stops in one call where that works, and one by one where it does not. */
    private Set<Ucid> stop(List<Ucid> cards) {
        Set<Ucid> stopped = new HashSet<>();
        bank.batches().ifPresent(batches -> stopTogether(batches, cards, stopped));
        for (Ucid card : cards) {
            if (!stopped.contains(card)) {
                attempt("the limits of a card could not be stopped", () -> stop(card, stopped));
            }
        }
        return stopped;
    }

    private static void stopTogether(Batches batches, List<Ucid> cards, Set<Ucid> stopped) {
        for (int from = 0; from < cards.size(); from += batches.largest()) {
            List<Ucid> part = cards.subList(from, Math.min(cards.size(), from + batches.largest()));
            attempt("limits could not be stopped together", () -> {
                BatchOutcome outcome =
                        batches.set(part.stream().map(LimitUpdate::stop).toList());
                outcome.cards().stream().filter(CardOutcome::isSuccessful).forEach(card -> stopped.add(card.ucid()));
            });
        }
    }

    /** What the bank has to approve first has not stopped anything yet. */
    private void stop(Ucid card, Set<Ucid> stopped) {
        boolean isInForce = bank.setSpend(card, bank.zero()).document().isEmpty();
        bank.cashLimits().ifPresent(cash -> cash.set(card, NewLimit.zero()));
        if (isInForce) {
            stopped.add(card);
        }
    }

    /** Asks the bank first, so that a repetition changes nothing, and last, so that the report says what is. */
    private Line block(Ucid card, String comment, boolean stopped) {
        Optional<String> problem = Optional.of("the bank took the block and does not show it");
        try {
            if (!steps.isBlocked(card)) {
                Offers.need(bank.blocking()).block(card, comment);
            }
        } catch (RuntimeException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
        try {
            boolean blocked = steps.isBlocked(card);
            return new Line(card, stopped, blocked, blocked ? underWay(card) : problem);
        } catch (RuntimeException e) {
            return new Line(card, stopped, false, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Optional<String> underWay(Ucid card) {
        boolean isReplaced = owners.find(card).changes().stream().anyMatch(one -> one.reissue() && one.underWay());
        return isReplaced
                ? Optional.of("a reissue of the card is under way; dismiss again when it is over")
                : Optional.empty();
    }

    /** Does what may fail for one card alone; a failure is told to the log. */
    static void attempt(String orElse, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            warn(orElse, e);
        }
    }

    /** Only messages of the SDK are made for logs; those of a driver or of the application's own code may hold data. */
    private static void warn(String what, RuntimeException failure) {
        boolean isOurs = failure instanceof SdkException || failure instanceof StateStoreException;
        String why = isOurs
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        LOG.log(System.Logger.Level.WARNING, what + ": " + why);
    }
}
