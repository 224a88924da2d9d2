package io.mostik.bankcards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.ReadBack;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.BatchOutcome;
import io.mostik.bankcards.tbank.limits.CardOutcome;
import io.mostik.bankcards.tbank.limits.LimitChange;
import io.mostik.bankcards.tbank.limits.LimitsApi;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.SdkException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the cards of somebody who leaves: first their limits, which is fast and could be undone, then the cards
 * themselves, which is for good, and then looks whether the bank says so too. One card that fails does not stop the
 * others. Harmless when repeated. Thread-safe.
 */
public final class Dismissal {

    private final TBank bank;
    private final CardDirectory directory;

    /** Creates the story. */
    public Dismissal(TBank bank, CardDirectory directory) {
        this.bank = Objects.requireNonNull(bank, "bank");
        this.directory = Objects.requireNonNull(directory, "directory");
    }

    /**
     * Stops and blocks every card that the directory says the employee holds.
     *
     * @param comment goes to the bank with each block; no personal data
     * @return what became of each card; never throws for a failure of one
     */
    public DismissalReport dismiss(String employee, String comment) {
        List<Ucid> cards =
                directory.ofEmployee(employee).stream().map(CardRecord::ucid).toList();
        Set<Ucid> stopped = stop(cards);
        List<DismissalReport.Line> lines = new ArrayList<>();
        for (Ucid card : cards) {
            lines.add(block(card, comment, stopped.contains(card)));
        }
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

    /** Stops in one call where that works, and one by one where it does not. */
    private Set<Ucid> stop(List<Ucid> cards) {
        Set<Ucid> stopped = new HashSet<>();
        for (int from = 0; from < cards.size(); from += LimitsApi.LARGEST_BATCH) {
            List<Ucid> part = cards.subList(from, Math.min(cards.size(), from + LimitsApi.LARGEST_BATCH));
            try {
                BatchOutcome outcome = bank.limits()
                        .setBatch(part.stream().map(LimitChange::stop).toList());
                outcome.cards().stream().filter(CardOutcome::isSuccessful).forEach(card -> stopped.add(card.ucid()));
            } catch (SdkException e) {
                log(e);
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
        } catch (SdkException e) {
            log(e);
            return false;
        }
    }

    /** Asks the bank first, so that a repetition changes nothing, and last, so that the report says what is. */
    private DismissalReport.Line block(Ucid card, String comment, boolean stopped) {
        Optional<String> problem = Optional.of("the bank took the block and does not show it");
        try {
            if (bank.cards().reconcileBlock(card) != ReadBack.IN_FORCE) {
                bank.cards().block(card, BlockReason.CLIENT_INITIATED, comment);
            }
        } catch (SdkException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
        try {
            boolean blocked = bank.cards().reconcileBlock(card) == ReadBack.IN_FORCE;
            return new DismissalReport.Line(card, stopped, blocked, blocked ? Optional.empty() : problem);
        } catch (SdkException e) {
            return new DismissalReport.Line(card, stopped, false, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static boolean isOut(Card card) {
        return card.status().filter(status -> !status.equals(CardStatus.NORM)).isPresent();
    }

    private static void log(SdkException failure) {
        System.getLogger("io.mostik.bankcards")
                .log(System.Logger.Level.WARNING, "limits could not be stopped: " + failure.getMessage());
    }
}
