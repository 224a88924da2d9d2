package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.BatchOutcome;
import io.mostik.bankcards.tbank.limits.CardOutcome;
import io.mostik.bankcards.tbank.limits.LimitChange;
import io.mostik.bankcards.tbank.limits.LimitsApi;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.DismissalReport.Line;
import io.mostik.core.once.Attempt;
import io.mostik.core.once.OnceWrites;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the cards of somebody who leaves: first it is written down, so that no allowance, limit change or reissue gives
 * these cards money any more; then their limits go to zero, which is fast and could be undone, then the cards are blocked,
 * which is for good, and then the bank is asked whether it says so too. One card that fails does not stop the others. A
 * card that is not known to be blocked stays in {@code once().pending()} until it is. Harmless when repeated; repeat it
 * until the report is complete. From {@link CardWorkflows#dismissals}. Thread-safe.
 */
public final class Dismissals {

    private static final System.Logger LOG = System.getLogger("io.mostik.bankcards");

    private final TBank bank;
    private final CardDirectory directory;
    private final CardOwners owners;
    private final BlockSteps steps;
    private final OnceWrites<Ucid, Void, Boolean> blocks;

    Dismissals(TBank bank, CardDirectory directory, CardOwners owners, OnceWrites<Ucid, Void, Boolean> blocks) {
        this.bank = bank;
        this.directory = directory;
        this.owners = owners;
        this.steps = new BlockSteps(bank, owners);
        this.blocks = blocks;
    }

    /**
     * Stops and blocks every card that the directory says the employee holds.
     *
     * @param comment goes to the bank with each block; no personal data
     * @return what became of each card; never throws for a failure of one
     */
    public DismissalReport dismiss(String employee, String comment) {
        Map<Ucid, Optional<Attempt<Ucid, Void, Boolean>>> cards = new LinkedHashMap<>();
        directory.ofEmployee(employee).forEach(card -> cards.put(card.ucid(), note(card.ucid())));
        Set<Ucid> stopped = stop(List.copyOf(cards.keySet()));
        List<Line> lines = new ArrayList<>();
        cards.forEach((card, attempt) -> {
            Line line = block(card, comment, stopped.contains(card));
            attempt.ifPresent(begun -> end(begun, line));
            lines.add(line);
        });
        return new DismissalReport(lines);
    }

    /**
     * Returns usable cards that carry a name and that the directory does not give to this employee: a hint for somebody
     * to look at, never a proof. Nothing is done to them.
     *
     * @param embossedName the name in Latin letters, as on a card
     */
    public List<Card> hints(String employee, String embossedName) {
        String name = embossedName.strip().toUpperCase(Locale.ROOT);
        Set<Ucid> known = new HashSet<>();
        directory.ofEmployee(employee).forEach(card -> known.add(card.ucid()));
        return bank.cards().list(CardQuery.all()).stream()
                .filter(card ->
                        card.embossedName().filter(name::equalsIgnoreCase).isPresent())
                .filter(card -> !known.contains(card.ucid()) && !isOut(card))
                .toList();
    }

    /** Writes the dismissal down; whoever else is at it, and whatever fails here, the card is stopped and blocked. */
    private Optional<Attempt<Ucid, Void, Boolean>> note(Ucid card) {
        try {
            Attempt<Ucid, Void, Boolean> attempt = blocks.begin(card.toString(), card);
            return attempt.known().isPresent() ? Optional.empty() : Optional.of(attempt);
        } catch (RuntimeException e) {
            warn("a dismissal could not be noted for a card", e);
            return Optional.empty();
        }
    }

    /** A card may be blocked by two at once, so a block is not counted: the write is open until it is seen, and then gone. */
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
        for (int from = 0; from < cards.size(); from += LimitsApi.LARGEST_BATCH) {
            List<Ucid> part = cards.subList(from, Math.min(cards.size(), from + LimitsApi.LARGEST_BATCH));
            try {
                BatchOutcome outcome = bank.limits()
                        .setBatch(part.stream().map(LimitChange::stop).toList());
                outcome.cards().stream().filter(CardOutcome::isSuccessful).forEach(card -> stopped.add(card.ucid()));
            } catch (RuntimeException e) {
                warn("limits could not be stopped together", e);
            }
        }
        cards.stream()
                .filter(card -> !stopped.contains(card) && stopAlone(card))
                .forEach(stopped::add);
        return stopped;
    }

    private boolean stopAlone(Ucid card) {
        try {
            bank.limits().setSpend(card, NewLimit.zero());
            bank.limits().setCash(card, NewLimit.zero());
            return true;
        } catch (RuntimeException e) {
            warn("the limits of a card could not be stopped", e);
            return false;
        }
    }

    /** Asks the bank first, so that a repetition changes nothing, and last, so that the report says what is. */
    private Line block(Ucid card, String comment, boolean stopped) {
        Optional<String> problem = Optional.of("the bank took the block and does not show it");
        try {
            if (!steps.isBlocked(card)) {
                bank.cards().block(card, BlockReason.CLIENT_INITIATED, comment);
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

    private static boolean isOut(Card card) {
        return card.status().filter(status -> !status.equals(CardStatus.NORM)).isPresent();
    }

    private static void warn(String what, RuntimeException failure) {
        LOG.log(System.Logger.Level.WARNING, what + ": " + failure.getMessage());
    }
}
