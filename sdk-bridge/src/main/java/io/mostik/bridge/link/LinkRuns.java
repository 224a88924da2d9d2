package io.mostik.bridge.link;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Fields;
import io.mostik.bridge.PersonalData;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.intent.Acceptance;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.intent.OtherContentException;
import io.mostik.bridge.intent.TooManyOpenException;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Work;
import io.mostik.bridge.text.Sha256;
import io.mostik.bridge.text.SortedIds;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes events through links: each once for a link and key, its run and its intent in one commit. What is in an event
 * decides the state of its run and never makes this fail; only the database does. Thread-safe.
 */
final class LinkRuns {

    private static final String PAUSED = "link_paused";

    private final BridgeDatabase database;
    private final Intents intents;
    private final Actions actions;
    private final TimeSource time;
    private final ZoneId zone;
    private final Mapping mapping;
    private final Optional<PersonalData> persons;
    private final EchoGuard echoes = new EchoGuard();
    private final RunCounts counts = new RunCounts();
    private final SortedIds ids = new SortedIds();

    LinkRuns(Bridge bridge, BridgeDatabase database, ZoneId zone) {
        this.database = database;
        this.intents = bridge.intents();
        this.actions = bridge.actions();
        this.time = bridge.time();
        this.persons = bridge.personalData();
        this.zone = zone;
        this.mapping = new Mapping(zone);
    }

    RunCounts counts() {
        return counts;
    }

    EchoGuard echoes() {
        return echoes;
    }

    /** Writes an event down for a link, and what it leads to. Returns whether it is new there. */
    boolean take(LinkSet links, Link link, BridgeEvent event) {
        Optional<String> key = EventKeys.key(link, event);
        Instant now = time.now();
        Optional<RunState> came = database.transaction("take an event over", connection -> {
            Run run = new Run(
                    ids.next(now),
                    link.name(),
                    key.orElseGet(() -> Sha256.hex(event.id())),
                    event,
                    now,
                    RunState.WAITING,
                    "",
                    List.of(),
                    link.digest(),
                    Optional.empty());
            if (!RunTable.insert(connection, run, EventKeys.about(link, event))) {
                return Optional.empty();
            }
            note(connection, run);
            pauseIfFailing(connection, link, now);
            Outcome outcome = key.isEmpty()
                    ? Outcome.of(RunState.INCOMPLETE, "link_incomplete", List.of("key: absent"))
                    : outcome(connection, links, link, run);
            return RunTable.update(connection, run, outcome, link.digest())
                    ? Optional.of(outcome.state())
                    : Optional.empty();
        });
        came.ifPresent(state -> counts.decided(link.name(), state));
        return came.isPresent();
    }

    /** Takes a run through today's link again, unless it has an intent. Returns whether anything became of it. */
    boolean again(LinkSet links, Link link, String id) {
        Optional<RunState> came = database.transaction("take a run again", connection -> {
            Optional<Run> known = RunTable.find(connection, id);
            if (known.isEmpty() || known.get().intent().isPresent()) {
                return Optional.empty();
            }
            Outcome outcome = outcome(connection, links, link, known.get());
            boolean isSame = outcome.state() == known.get().state()
                    && outcome.code().equals(known.get().code());
            return !isSame && RunTable.update(connection, known.get(), outcome, link.digest())
                    ? Optional.of(outcome.state())
                    : Optional.empty();
        });
        came.ifPresent(state -> counts.decided(link.name(), state));
        return came.isPresent();
    }

    /** Takes the event of a run under a new key, as something that has not happened before. */
    Optional<Run> anew(LinkSet links, Link link, Run old, Work<Boolean> decision) {
        return database.transaction("take an event anew", connection -> {
            Instant now = time.now();
            String first = old.key().replaceFirst("#\\d+$", "");
            Run run = new Run(
                    ids.next(now),
                    link.name(),
                    first + "#" + (1 + RunTable.countKeys(connection, link.name(), first)),
                    old.event(),
                    now,
                    RunState.WAITING,
                    "",
                    List.of(),
                    link.digest(),
                    Optional.empty());
            if (!RunTable.insert(connection, run, EventKeys.about(link, old.event()))) {
                return Optional.<Run>empty();
            }
            boolean unusedDecision = decision.on(connection);
            note(connection, run);
            boolean unused = RunTable.update(connection, run, outcome(connection, links, link, run), link.digest());
            return RunTable.find(connection, run.id());
        });
    }

    private void note(Connection connection, Run run) throws SQLException {
        if (persons.isPresent()) {
            persons.get()
                    .note(
                            connection,
                            run.id(),
                            run.event().connection(),
                            run.event().data());
        }
    }

    private void pauseIfFailing(Connection connection, Link link, Instant now) throws SQLException {
        Optional<LinkTable.Row> row = LinkTable.find(connection, link.name());
        String after = row.map(LinkTable.Row::countedAfter).orElse("");
        int many = link.onFailure().pauseAfter();
        boolean isPaused = row.flatMap(LinkTable.Row::pausedAt).isPresent();
        if (!isPaused && LinkTable.failedInARow(connection, link.name(), after, many)) {
            boolean unused = LinkTable.pause(connection, link.name(), now, many + " failures in a row");
        }
    }

    private Outcome outcome(Connection connection, LinkSet links, Link link, Run run) throws SQLException {
        boolean isPaused = LinkTable.find(connection, link.name())
                .flatMap(LinkTable.Row::pausedAt)
                .isPresent();
        if (isPaused) {
            return Outcome.waiting(PAUSED);
        }
        List<String> failing = failing(link, LinkData.of(run.event(), Json.of(null)), false);
        if (!failing.isEmpty()) {
            return Outcome.of(RunState.FILTERED, Outcome.CONDITION, failing);
        }
        if (Withdrawals.isWithdrawn(connection, links, link, run)) {
            return Outcome.of(RunState.FILTERED, "link_withdrawn", List.of());
        }
        Withdrawals.Found found = Withdrawals.withdraw(connection, intents.in(connection), link, run);
        if (found.isOpen()) {
            return Outcome.waiting("link_waits_for_other");
        }
        Json data = LinkData.of(run.event(), found.done());
        List<String> unmet = failing(link, data, true);
        return unmet.isEmpty()
                ? outcome(connection, links, link, new Prepared(run, data))
                : Outcome.of(RunState.FILTERED, "link_nothing_done", unmet);
    }

    /** What was done before is known only once it is withdrawn, so the conditions on it are looked at last. */
    private List<String> failing(Link link, Json data, boolean onDone) {
        return mapping.failing(link, data).stream()
                .filter(condition -> condition.anyOf().stream()
                                .anyMatch(test -> test.field().root().equals(LinkData.DONE))
                        == onDone)
                .map(Condition::toString)
                .toList();
    }

    /** A run, and the data that its link sees. */
    private record Prepared(Run run, Json data) {}

    private Outcome outcome(Connection connection, LinkSet links, Link link, Prepared prepared) throws SQLException {
        Optional<Action> action = actions.find(link.target().action());
        if (action.isEmpty()) {
            return Outcome.of(RunState.DEAD, "link_no_action", List.of());
        }
        Mapped mapped;
        Fields fields;
        List<String> notes = new ArrayList<>();
        try {
            mapped = mapping.apply(link, prepared.data(), action.get().spec());
            notes.addAll(mapped.notes());
            if (!mapped.isComplete()) {
                mapped.lacking().forEach(field -> notes.add(field + ": missing"));
                return Outcome.of(RunState.INCOMPLETE, "link_incomplete", notes);
            }
            fields = action.get().spec().read(mapped.fields().asMap(), zone, Optional.empty());
        } catch (FieldException e) {
            notes.add(e.field() + ": " + e.code());
            return Outcome.of(RunState.INCOMPLETE, "link_incomplete", notes);
        } catch (RuntimeException e) { // a mistake of ours: this event waits for a person, its neighbours go on
            notes.add(e.getClass().getName());
            return Outcome.of(RunState.DEAD, "link_failed", notes);
        }
        return accepted(connection, links, link, new Ready(prepared.run(), mapped, fields, notes));
    }

    /** What is ready to be written down. */
    private record Ready(Run run, Mapped mapped, Fields fields, List<String> notes) {}

    private Outcome accepted(Connection connection, LinkSet links, Link link, Ready ready) throws SQLException {
        Instant now = time.now();
        boolean hasReverse = links.hasReverse(link);
        if (hasReverse && echoes.isEcho(connection, link, ready.mapped(), now)) {
            return Outcome.of(RunState.ECHO, "link_echo", ready.notes());
        }
        IntentRequest request = new IntentRequest(
                IntentKey.of(link.base(), link.target().action(), ready.run().key()),
                link.target().connection(),
                ready.fields(),
                link.onFailure().tryFor().map(now::plus));
        try {
            Acceptance acceptance =
                    intents.in(connection).accept(request, ready.run().event().at());
            if (hasReverse) {
                echoes.remember(connection, link, ready.run(), ready.mapped(), now);
            }
            return new Outcome(
                    RunState.ACCEPTED,
                    "link_accepted",
                    ready.notes(),
                    Optional.of(acceptance.intent().id()));
        } catch (OtherContentException e) {
            return Outcome.of(RunState.DEAD, "link_other_content", ready.notes());
        } catch (TooManyOpenException e) {
            return Outcome.waiting("link_too_many_open");
        }
    }
}
