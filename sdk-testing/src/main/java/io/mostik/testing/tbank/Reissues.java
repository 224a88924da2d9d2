package io.mostik.testing.tbank;

import io.mostik.testing.SimulatedClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reissues under way and done. A new card has a new ucid and zero limits; the old one is then closed. Two orders for one
 * card make two new cards, for the bank knows no key to tell a repeat by. Thread-safe.
 */
final class Reissues {

    private final Bank bank;
    private final SimulatedClock clock;
    private final Map<String, Map<String, Object>> results = new HashMap<>();
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

    synchronized Optional<Map<String, Object>> result(String id) {
        return Optional.ofNullable(results.get(id.toLowerCase(Locale.ROOT)));
    }

    private synchronized void finish(String id, long oldUcid) {
        results.put(id, bank.known(oldUcid, old -> old.reissueFails ? Map.of("status", "ERROR") : ready(old)));
    }

    private Map<String, Object> ready(CardFile old) {
        old.status = CardStatus.CLOSED;
        long newUcid = bank.add(old.accountNumber, old.embossedName, true);
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("oldUcid", old.ucid);
        info.put("newUcid", newUcid);
        info.put("cardBin", CardFile.BIN);
        info.put("cardLastFourDigits", bank.known(newUcid, CardFile::lastFourDigits));
        return Map.of("status", "READY", "info", info);
    }
}
