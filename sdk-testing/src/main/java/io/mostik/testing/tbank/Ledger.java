package io.mostik.testing.tbank;

import io.mostik.testing.SimulatedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Operations by card: held when somebody pays, posted later under the same id, though one held between 22:00 and 03:00
 * may get another. Notifies its listeners of both. Thread-safe.
 */
final class Ledger {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final LocalTime LATE = LocalTime.of(22, 0);
    private static final LocalTime EARLY = LocalTime.of(3, 0);

    private final SimulatedClock clock;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Consumer<LedgerEntry> listener;
    private Duration postedAfter = Duration.ofHours(15);
    private boolean nightIdsChange;

    /** How many operations a page has when nobody asks for a number: the bank's own is not public. */
    volatile int pageSize = 1000;

    Ledger(SimulatedClock clock, Consumer<LedgerEntry> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    synchronized void postedAfter(Duration duration) {
        postedAfter = duration;
    }

    synchronized void nightIdsChange(boolean change) {
        nightIdsChange = change;
    }

    /** Holds what was paid, and has it posted when its time has come. */
    void hold(TBankCard card, BigDecimal amount, boolean cash) {
        String masked = card.cardBin() + "******" + card.cardLastFourDigits();
        LedgerEntry held = new LedgerEntry(
                UUID.randomUUID().toString(),
                card.ucid(),
                card.accountNumber(),
                masked,
                amount,
                cash,
                clock.now(),
                Optional.empty());
        int place;
        Duration wait;
        synchronized (this) {
            place = entries.size();
            wait = postedAfter;
            entries.add(held);
        }
        clock.after(wait, () -> post(place));
        listener.accept(held);
    }

    /** Returns the operations of an account, oldest first. */
    synchronized List<LedgerEntry> of(String accountNumber) {
        return entries.stream()
                .filter(entry -> entry.accountNumber().equals(accountNumber))
                .toList();
    }

    synchronized List<LedgerEntry> all() {
        return List.copyOf(entries);
    }

    private void post(int place) {
        LedgerEntry posted;
        synchronized (this) {
            LedgerEntry held = entries.get(place);
            LocalTime at = LocalTime.ofInstant(held.authorizedAt(), MOSCOW);
            boolean night = !at.isBefore(LATE) || at.isBefore(EARLY);
            String id = nightIdsChange && night ? UUID.randomUUID().toString() : held.id();
            posted = held.posted(clock.now(), id);
            entries.set(place, posted);
        }
        listener.accept(posted);
    }
}
