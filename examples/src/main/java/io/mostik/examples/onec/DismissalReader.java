package io.mostik.examples.onec;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds dismissals in a 1C base and has the cards blocked. What counts is the day of the dismissal and not the date of
 * the document: one entered ahead waits for its day, one entered late is found as long as its day is not longer ago
 * than the look-back. The span begins at the last complete look, less the look-back, so that nothing is missed while
 * the bridge was off.
 *
 * <p>Exactly once: the task of a {@code Ref_Key} is its employee. A new {@code DataVersion} with the same employee asks
 * for nothing; with another employee, that one's cards are blocked too. If a document is withdrawn after its cards were
 * blocked, people are told once for each version, since no program can unblock them; so they are of one that names
 * nobody.
 */
final class DismissalReader {

    private static final String LAST_LOOK = "onec/last-look";
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final OnecBase base;
    private final IntentJournal journal;
    private final StateStore store;
    private final TimeSource time;
    private final Span span;

    /**
     * What days are looked at.
     *
     * @param zone the zone of the base
     * @param lookBack how many days a document may come late
     * @param blockAfter how many days after the day of the dismissal cards are blocked
     */
    record Span(ZoneId zone, int lookBack, int blockAfter) {}

    DismissalReader(OnecBase base, IntentJournal journal, StateStore store, TimeSource time, Span span) {
        this.base = base;
        this.journal = journal;
        this.store = store;
        this.time = time;
        this.span = span;
    }

    /**
     * Looks once, and returns what was promised newly; the promises stand even if the look breaks off. Nothing while
     * another look is under way, on whatever node.
     */
    List<Intent> look() {
        return Checkpoint.tryOpen(store, time, LAST_LOOK, LEASE).map(this::look).orElse(List.of());
    }

    private List<Intent> look(Checkpoint opened) {
        List<Intent> promised = new ArrayList<>();
        try (Checkpoint checkpoint = opened) {
            LocalDate today = LocalDate.ofInstant(time.now(), span.zone()).minusDays(span.blockAfter());
            LocalDate last = checkpoint
                    .position()
                    .map(LocalDate::parse)
                    .filter(today::isAfter)
                    .orElse(today);
            for (OnecDocument document : base.dismissals(last.minusDays(span.lookBack()), today.plusDays(1))) {
                if (!checkpoint.isHeld()) {
                    return promised;
                }
                promise(document).ifPresent(promised::add);
            }
            boolean unused = checkpoint.finish(today.toString());
        }
        return promised;
    }

    private Optional<Intent> promise(OnecDocument document) {
        Optional<Intent> known = journal.find(document.key());
        if (!document.inForce()) {
            return known.flatMap(
                    intent -> tell(document, " was withdrawn after its errand; what was blocked stays blocked"));
        }
        if (document.employee().isEmpty()) {
            return tell(document, " names no employee; nobody's cards are blocked");
        }
        String employee = document.employee().get();
        OnecTask errand = OnecTask.dismiss(employee);
        if (known.filter(intent -> !intent.errand().equals(errand)).isEmpty()) {
            return promise(document.key(), errand);
        }
        String note = "document " + document.key() + " names another employee than before";
        return promise(derived(document.key(), employee), errand.noted(note));
    }

    private Optional<Intent> tell(OnecDocument document, String what) {
        return promise(
                derived(document.key(), document.version()), OnecTask.notice("document " + document.key() + what));
    }

    private Optional<Intent> promise(String document, OnecTask errand) {
        return journal.find(document).isPresent() ? Optional.empty() : Optional.of(journal.accept(document, errand));
    }

    /** The second task of a document gets a GUID derived from the document's. */
    private static String derived(String key, String further) {
        return UUID.nameUUIDFromBytes((key + "/" + further).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
