package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.DismissalReport.Line;
import io.mostik.core.Effect;
import io.mostik.core.ProgressListener;
import io.mostik.core.ProgressMeter;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.Versioned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Stops and blocks the cards of an employee who leaves, in four steps: the dismissal is recorded, so that no allowance,
 * limit change or reissue gives these cards money any more; the limits are set to zero, which can be undone; the cards are
 * blocked, which cannot; and the bank is asked whether each card is blocked. A failure of one card does not stop the
 * others. A card that is not known to be blocked stays in {@code once().pending()}. Safe to repeat: repeat it until
 * {@link DismissalReport#isComplete}. From {@link CardWorkflows#dismissals}. Thread-safe.
 *
 * <pre>{@code
 * DismissalReport report = cards.dismissals().dismiss("E-17", "left the company");
 * if (report.state() == DismissalReport.State.NOBODY_KNOWN) {
 *     console.ask("Whose card is it?", report.similar());
 * }
 * cards.dismissals().recheckDue().forEach(console::show);          // each hour
 * }</pre>
 *
 * <p>An employee is found under the one key of the directory: blanks at the ends and the case of a GUID do not matter. A
 * blank key and the empty reference of 1C are refused. If the directory knows no card of him, that is an outcome of its
 * own and never complete.
 */
public final class Dismissals {

    private final CardBank bank;
    private final CardDirectory directory;
    private final CardOwners owners;
    private final DismissedCards cards;
    private final DismissalSchedule schedule;
    private final StateStore store;
    private final ProgressListener progress;

    Dismissals(
            CardBank bank,
            CardDirectory directory,
            CardOwners owners,
            OnceWrites<Ucid, Void, Boolean> blocks,
            StateStore store) {
        this.bank = bank;
        this.directory = directory;
        this.owners = owners;
        this.cards = new DismissedCards(bank, owners, blocks);
        this.schedule = new DismissalSchedule(store);
        this.store = store;
        this.progress = ProgressListener.none();
    }

    private Dismissals(Dismissals original, ProgressListener progress) {
        this.bank = original.bank;
        this.directory = original.directory;
        this.owners = original.owners;
        this.cards = original.cards;
        this.schedule = original.schedule;
        this.store = original.store;
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /**
     * Returns these dismissals telling how many of the employee's cards are through, blocked or not, at most a few times a
     * second and at the end. Told on the thread that dismisses.
     */
    public Dismissals progress(ProgressListener listener) {
        return new Dismissals(this, listener);
    }

    /**
     * Stops and blocks every card that the directory says the employee holds, and those that have replaced one of them.
     * Looks again when it is through, for a card that was recorded or reissued meanwhile, and has {@link #recheckDue} look
     * after 1, 7 and 30 days.
     *
     * @param comment goes to the bank with each block; no personal data
     * @return the result for each card; a failure of one card does not throw
     * @throws IllegalArgumentException if {@code employee} is blank or the empty reference of 1C; nothing is sent
     */
    public DismissalReport dismiss(String employee, String comment) {
        String key = DirectoryKey.of("employee", employee);
        Objects.requireNonNull(comment, "comment");
        DismissedCards.attempt("a dismissal could not be scheduled", () -> schedule.note(key, comment, store.now()));
        return take(key, comment);
    }

    /**
     * Looks once more at the dismissals of 1, 7 and 30 days ago, and after an hour at those that are open: cards that were
     * recorded or reissued afterwards are stopped and blocked, and usable cards with the name of one of his cards that the
     * directory gives to nobody are named. To be called by a scheduler, every hour or so, on any number of nodes; one that
     * fails stops no other, and is due again.
     *
     * @return a report for each dismissal that was due
     */
    public List<DismissalReport> recheckDue() {
        List<DismissalReport> reports = new ArrayList<>();
        for (Versioned<DismissalSchedule.Entry> due : schedule.due(store.now())) {
            DismissedCards.attempt("a dismissal could not be looked at again", () -> {
                if (schedule.isStill(due)) {
                    reports.add(recheck(due));
                }
            });
        }
        return reports;
    }

    /**
     * Takes a dismissal back: the cards that the bank has not blocked can have money again; their limits stay zero until an
     * allowance or an approved change sets them. A blocked card stays blocked: the employee needs a new one. Ends what
     * {@link #recheckDue} has to do. Safe to repeat.
     *
     * @return what became of each card; a failure of one card does not throw
     * @throws CardRefusedException with {@code NOBODY_KNOWN} if the directory knows no card of this employee
     * @throws IllegalArgumentException if {@code employee} is blank or the empty reference of 1C
     */
    public RehireReport rehire(String employee) {
        return rehire(employee, NewLimit.zero());
    }

    /**
     * Takes a dismissal back as {@link #rehire(String)} does, and gives the cards whose spend limit is still zero a daily
     * or monthly one. The cash limit stays zero.
     *
     * @throws IllegalArgumentException if {@code limit} is for one time, as its money would be given once more with each
     *     repetition
     */
    public RehireReport rehire(String employee, NewLimit limit) {
        String key = DirectoryKey.of("employee", employee);
        if (limit.effect() == Effect.ONCE) {
            throw new IllegalArgumentException("limit must be daily or monthly");
        }
        if (limit.value().signum() > 0) {
            Offers.needPeriod(bank, limit.period());
            Offers.needAtOnce(bank);
        }
        schedule.end(key);
        List<Ucid> known = cardsOf(key, Set.of());
        refuseIf(known.isEmpty(), Reason.NOBODY_KNOWN);
        return new RehireReport(
                known.stream().map(card -> cards.lift(card, limit)).toList());
    }

    /**
     * Returns usable cards that carry a name and that the directory does not give to this employee: a hint for somebody
     * to look at, never a proof. Nothing is done to them.
     *
     * @param embossedName the name in Latin letters, as on a card
     */
    public List<Card> hints(String employee, String embossedName) {
        Set<Ucid> known = Set.copyOf(cardsOf(DirectoryKey.of("employee", employee), Set.of()));
        return usable(Set.of(name(embossedName)), bank.cards()).stream()
                .filter(card -> !known.contains(card.ucid()))
                .toList();
    }

    private DismissalReport take(String employee, String comment) {
        ProgressMeter meter = ProgressMeter.start("cards", progress, TimeSource.system());
        Set<Ucid> taken = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        try {
            List<Ucid> next = cardsOf(employee, taken);
            while (!next.isEmpty()) {
                taken.addAll(next);
                meter.total(OptionalLong.of(taken.size()));
                lines.addAll(cards.take(next, comment, meter));
                next = cardsOf(employee, taken);
            }
            List<String> similar = lines.isEmpty() ? similar(employee) : List.of();
            return new DismissalReport(employee, lines, similar, List.of());
        } finally {
            meter.end();
        }
    }

    private DismissalReport recheck(Versioned<DismissalSchedule.Entry> due) {
        String employee = due.value().employee();
        DismissalReport report = take(employee, due.value().comment());
        List<Card> all = bank.cards();
        Set<Ucid> his = report.cards().stream().map(Line::ucid).collect(Collectors.toSet());
        Set<String> names = all.stream()
                .filter(card -> his.contains(card.ucid()))
                .flatMap(card -> card.embossedName().stream())
                .map(Dismissals::name)
                .collect(Collectors.toSet());
        List<Card> sameName = usable(names, all).stream()
                .filter(card -> !his.contains(card.ucid()) && isNobodys(card.ucid()))
                .toList();
        schedule.looked(due, store.now(), report.state() == DismissalReport.State.OPEN);
        return report.withSameName(sameName);
    }

    /** Returns the cards of an employee, those left out that were taken before. */
    private List<Ucid> cardsOf(String employee, Set<Ucid> taken) {
        Set<Ucid> his = new LinkedHashSet<>();
        List<CardRecord> records = directory.ofEmployee(employee);
        for (CardRecord record : records.isEmpty() ? inOtherSpelling(employee) : records) {
            his.add(record.ucid());
            DismissedCards.attempt(
                    "the successor of a card could not be read", () -> addSuccessors(his, record, employee));
        }
        his.removeAll(taken);
        return List.copyOf(his);
    }

    private void addSuccessors(Set<Ucid> his, CardRecord record, String employee) {
        Predicate<Ucid> isOfAnother =
                card -> holder(card).filter(one -> !one.equals(employee)).isPresent();
        Optional<Ucid> card = owners.find(record.ucid()).successor();
        while (card.filter(isOfAnother.negate()).isPresent() && his.add(card.get())) {
            card = owners.find(card.get()).successor();
        }
    }

    /** Finds what was recorded before keys had one spelling. */
    private List<CardRecord> inOtherSpelling(String employee) {
        return directory.all().stream()
                .filter(card -> card.employee().filter(employee::equals).isPresent())
                .toList();
    }

    private List<String> similar(String employee) {
        return directory.all().stream()
                .flatMap(card -> card.employee().stream())
                .filter(other -> DirectoryKey.looksLike(employee, other))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isNobodys(Ucid card) {
        return holder(card).isEmpty();
    }

    private Optional<String> holder(Ucid card) {
        return directory.find(card).flatMap(CardRecord::employee);
    }

    private static List<Card> usable(Set<String> names, List<Card> all) {
        return all.stream()
                .filter(card -> card.status().map(CardStatus.NORM::equals).orElse(true))
                .filter(card -> card.embossedName()
                        .map(Dismissals::name)
                        .filter(names::contains)
                        .isPresent())
                .toList();
    }

    private static String name(String embossedName) {
        return DirectoryKey.clean(embossedName).toUpperCase(Locale.ROOT);
    }
}
