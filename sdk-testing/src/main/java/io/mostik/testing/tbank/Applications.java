package io.mostik.testing.tbank;

import io.mostik.testing.SimulatedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Applications for virtual cards under way and done: new, then the employee is identified, then the card is made. Two
 * applications for one employee make two cards, for the bank knows no key to tell a repeat by. Thread-safe.
 */
final class Applications {

    private static final int STAGES = 3;

    private final Bank bank;
    private final SimulatedClock clock;
    private final Map<String, Application> all = new LinkedHashMap<>();
    private final List<IssueEnd> planned = new ArrayList<>();
    private Duration duration = Duration.ofMinutes(3);

    Applications(Bank bank, SimulatedClock clock) {
        this.bank = bank;
        this.clock = clock;
    }

    /** The current state of one application. */
    record Application(String id, String status, Optional<Long> ucid, Optional<String> failedReason) {

        Application now(String newStatus) {
            return new Application(id, newStatus, ucid, failedReason);
        }
    }

    synchronized void duration(Duration newDuration) {
        duration = newDuration;
    }

    synchronized void plan(IssueEnd end) {
        planned.add(end);
    }

    synchronized String file(String accountNumber) {
        String id = UUID.randomUUID().toString();
        IssueEnd end = planned.isEmpty() ? IssueEnd.CARD_ISSUED : planned.remove(0);
        all.put(id, new Application(id, "NEW", Optional.empty(), Optional.empty()));
        clock.after(duration.dividedBy(STAGES), () -> step(id, "IDENTIFICATION"));
        clock.after(duration.dividedBy(STAGES).multipliedBy(2), () -> step(id, "ISSUING"));
        clock.after(duration, () -> finish(id, accountNumber, end));
        return id;
    }

    synchronized Optional<Application> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    synchronized List<Application> list() {
        return List.copyOf(all.values());
    }

    private synchronized void step(String id, String status) {
        all.computeIfPresent(id, (key, application) -> application.now(status));
    }

    private synchronized void finish(String id, String accountNumber, IssueEnd end) {
        boolean issued = end == IssueEnd.CARD_ISSUED;
        Optional<Long> ucid = issued ? Optional.of(bank.add(accountNumber, "NEW EMPLOYEE", true)) : Optional.empty();
        Optional<String> reason = issued ? Optional.empty() : Optional.of("Не удалось выпустить карту");
        all.put(id, new Application(id, end.name(), ucid, reason));
    }
}
