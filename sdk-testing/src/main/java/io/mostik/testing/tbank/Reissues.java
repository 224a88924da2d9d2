package io.mostik.testing.tbank;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reissues under way and done. A new card has a new ucid and zero limits; the old one is then closed. Two orders for one
 * card make two new cards, for the bank knows no key to tell a repeat by. Thread-safe.
 */
final class Reissues {

    private final Bank bank;
    private final SimulatedClock clock;
    private final Map<String, Map<String, Object>> results = new HashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private boolean sameUcid;
    private Duration duration = Duration.ofMinutes(2);

    Reissues(Bank bank, SimulatedClock clock) {
        this.bank = bank;
        this.clock = clock;
    }

    synchronized void duration(Duration newDuration) {
        duration = newDuration;
    }

    synchronized String order(CardFile card) {
        String id = UUID.randomUUID().toString();
        results.put(id, Map.of("status", "IN_PROGRESS"));
        bank.known(card.ucid, file -> file.reissued++);
        clock.after(duration, () -> finish(id, card.ucid));
        return id;
    }

    /** Forgets every job; those under way still end. */
    synchronized void forget() {
        forgotten.addAll(results.keySet());
    }

    synchronized void sameUcid(boolean same) {
        sameUcid = same;
    }

    synchronized Optional<Map<String, Object>> result(String id) {
        String known = id.toLowerCase(Locale.ROOT);
        return forgotten.contains(known) ? Optional.empty() : Optional.ofNullable(results.get(known));
    }

    private synchronized void finish(String id, long oldUcid) {
        results.put(id, bank.known(oldUcid, old -> old.reissueFails ? Map.of("status", "ERROR") : ready(old)));
    }

    private Map<String, Object> ready(CardFile old) {
        old.status = CardStatus.CLOSED;
        long newUcid = bank.add(old.accountNumber, old.embossedName, true);
        JsonObject info = new JsonObject()
                .with("oldUcid", old.ucid)
                .with("newUcid", sameUcid ? old.ucid : newUcid)
                .with("cardBin", CardFile.BIN)
                .with("cardLastFourDigits", bank.known(newUcid, CardFile::lastFourDigits));
        return Map.of("status", "READY", "info", info);
    }
}
