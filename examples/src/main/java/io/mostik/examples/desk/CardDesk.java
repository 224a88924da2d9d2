package io.mostik.examples.desk;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Approvals;
import io.mostik.bankcards.workflow.CardDirectory;
import io.mostik.bankcards.workflow.CardRecord;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.ChangeRequest;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.SdkException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * The company cards: who may see which, who asks for what, and what was decided. Asking changes nothing at the bank;
 * what was approved is brought about by {@link #goOn}, by one thread. Thread-safe.
 */
final class CardDesk {

    private static final System.Logger LOG = System.getLogger("io.mostik.examples.desk");
    private static final Duration VALID = Duration.ofDays(2);
    private static final Set<State> WAITING = Set.of(State.REQUESTED, State.APPROVED, State.EXECUTING, State.UNKNOWN);
    private static final Set<State> TO_DO = Set.of(State.APPROVED, State.EXECUTING, State.UNKNOWN);

    private final TBank bank;
    private final CardDirectory directory;
    private final Approvals approvals;
    private final EventStream events;

    CardDesk(TBank bank, CardWorkflows cards, EventStream events) {
        this.bank = bank;
        this.directory = cards.directory();
        this.approvals = cards.approvals();
        this.events = events;
    }

    /** A card as the page shows it. */
    record Line(
            String ucid,
            String number,
            Optional<String> customer,
            boolean virtual,
            String status,
            String limit,
            String remains,
            String period,
            Optional<String> waits) {}

    /** A wish as the page shows it. */
    record Wish(
            String id,
            String kind,
            String ucid,
            Optional<String> limit,
            Optional<String> period,
            Optional<String> before,
            String requester,
            String reason,
            State state,
            Optional<String> decidedBy,
            String last,
            boolean decidable) {}

    /** Returns the cards that somebody may see, as they stand at the bank now. */
    List<Line> cards(Person person) {
        return bank.cards().listDetailed(CardQuery.all()).stream()
                .filter(card -> visible(person, card.ucid()))
                .map(this::line)
                .toList();
    }

    /** Returns the wishes that somebody may see: his own, or all of them; the latest first. */
    List<Wish> wishes(Person person) {
        return approvals.all().stream()
                .filter(change -> person.decides() || change.requester().equals(person.id()))
                .sorted(Comparator.comparing(
                                (ChangeRequest change) -> change.trail().get(0).at())
                        .reversed())
                .map(change -> wish(change, person))
                .toList();
    }

    /** Asks for another limit. */
    synchronized void askLimit(Person person, Ucid ucid, NewLimit limit, String reason) {
        check(person, ucid);
        approvals.requestLimit(ucid, limit, new Approvals.Demand(person.id(), reason, VALID));
        events.changed("requests");
    }

    /** Asks for a new card in the place of one. */
    synchronized void askReissue(Person person, Ucid ucid, String reason) {
        check(person, ucid);
        approvals.requestReissue(ucid, new Approvals.Demand(person.id(), reason, VALID));
        events.changed("requests");
    }

    /**
     * Approves a wish.
     *
     * @throws SecurityException if somebody may not decide, or it is his own wish
     */
    void approve(Person person, String id) {
        checkDecides(person);
        approvals.approve(id, person.id());
        events.changed("requests");
    }

    /** Rejects a wish. */
    void reject(Person person, String id) {
        checkDecides(person);
        approvals.reject(id, person.id(), "turned down at the desk");
        events.changed("requests");
    }

    /** Takes every approved wish as far as it gets now. Called again and again, by one thread. */
    void goOn() {
        approvals.all().stream()
                .filter(change -> TO_DO.contains(change.state()))
                .forEach(this::goOn);
    }

    private void goOn(ChangeRequest change) {
        try {
            if (approvals.execute(change.id()).state() != change.state()) {
                events.changed("requests");
                events.changed("cards");
            }
        } catch (SdkException | IllegalStateException e) {
            String why = e instanceof SdkException
                    ? String.valueOf(e.getMessage())
                    : e.getClass().getSimpleName();
            LOG.log(System.Logger.Level.WARNING, "change " + change.id() + " waits: " + why);
        }
    }

    private void check(Person person, Ucid ucid) {
        if (!visible(person, ucid)) {
            throw new NoSuchElementException("there is no such card among those that you look after");
        }
        if (waiting(ucid).isPresent()) {
            throw new IllegalStateException("a change of this card is waiting already");
        }
    }

    private static void checkDecides(Person person) {
        if (!person.decides()) {
            throw new SecurityException("only the finance director decides, and never about a wish of her own");
        }
    }

    private boolean visible(Person person, Ucid ucid) {
        return directory
                .find(ucid)
                .filter(card -> person.decides()
                        || card.manager().filter(person.id()::equals).isPresent())
                .isPresent();
    }

    private Optional<ChangeRequest> waiting(Ucid ucid) {
        return approvals.all().stream()
                .filter(change -> change.ucid().equals(ucid) && WAITING.contains(change.state()))
                .findFirst();
    }

    private Line line(Card card) {
        CardLimit spend = bank.limits().get(card.ucid()).spendLimit();
        return new Line(
                card.ucid().toString(),
                masked(card),
                directory.find(card.ucid()).flatMap(CardRecord::client),
                card.virtual().orElse(false),
                card.status().map(CardStatus::value).orElse("?"),
                spend.limitValue().toPlainString(),
                spend.limitRemain().toPlainString(),
                spend.limitPeriod().value(),
                waiting(card.ucid()).map(CardDesk::kind));
    }

    private static Wish wish(ChangeRequest change, Person person) {
        boolean isOwn = change.requester().equals(person.id());
        return new Wish(
                change.id(),
                kind(change),
                change.ucid().toString(),
                change.limit().map(limit -> limit.value().toPlainString()),
                change.limit().map(limit -> limit.period().value()),
                change.spendBefore().map(limit -> limit.value().toPlainString()),
                Person.nameOf(change.requester()),
                change.reason(),
                change.state(),
                change.decidedBy().map(Person::nameOf),
                change.trail().get(change.trail().size() - 1).what(),
                person.decides() && !isOwn);
    }

    private static String kind(ChangeRequest change) {
        return change.limit().isPresent() ? "limit" : "reissue";
    }

    private static String masked(Card card) {
        String bin = card.cardBin().filter(digits -> digits.length() == 6).orElse("••••••");
        return bin.substring(0, 4) + " " + bin.substring(4) + "•• •••• "
                + card.cardLastFourDigits().orElse("••••");
    }
}
