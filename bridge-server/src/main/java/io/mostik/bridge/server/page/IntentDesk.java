package io.mostik.bridge.server.page;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Fields;
import io.mostik.bridge.Person.Role;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.intent.AlreadySettledException;
import io.mostik.bridge.intent.Blocked;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentQuery;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.intent.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what is asked about intents. Thread-safe. */
public final class IntentDesk {

    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int MOST = 200;

    private final Bridge bridge;
    private final Intents intents;
    private final IntentView view;

    /** Creates the desk of a bridge. */
    public IntentDesk(Bridge bridge) {
        this.bridge = bridge;
        this.intents = bridge.intents();
        this.view = new IntentView(bridge.actions());
    }

    /** Returns what a person has to find out: first what holds up others, then the oldest. */
    public List<Map<String, Object>> waiting(String language) {
        List<Blocked> blocked = intents.blocked();
        List<Intent> found = new ArrayList<>();
        blocked.forEach(each -> intents.find(each.intent()).ifPresent(found::add));
        intents.list(IntentQuery.all().in(IntentState.UNKNOWN).atMost(MOST)).stream()
                .filter(intent ->
                        blocked.stream().noneMatch(each -> each.intent().equals(intent.id())))
                .forEach(found::add);
        return found.stream()
                .map(intent -> {
                    Map<String, Object> row = view.row(intent, language);
                    blocked.stream()
                            .filter(each -> each.intent().equals(intent.id()))
                            .forEach(each -> {
                                row.put("blocks", each.waiting());
                                row.put("blocksSince", each.since().toString());
                            });
                    return row;
                })
                .toList();
    }

    /** Returns what has not ended, oldest first. */
    public List<Map<String, Object>> open(String language) {
        return rows(
                intents.list(IntentQuery.all()
                        .in(IntentState.ACCEPTED, IntentState.WORKING, IntentState.UNKNOWN)
                        .atMost(MOST)),
                language);
    }

    /** Returns the intents of a document, or the one with this id; without either the oldest that have not ended. */
    public List<Map<String, Object>> documents(Question question, String language) {
        Optional<String> text = question.find("document");
        if (text.isEmpty()) {
            return open(language);
        }
        List<Intent> found = new ArrayList<>(intents.find(text.get()).stream().toList());
        found.addAll(intents.list(IntentQuery.all().ofDocument(text.get()).atMost(MOST)));
        return rows(found, language);
    }

    /** Returns all that may be shown of one intent. */
    public Map<String, Object> one(Question question, Asker asker) {
        return details(intent(question), asker);
    }

    /** Returns one value as it is, and writes down who looked. */
    public Map<String, Object> show(Question question, Asker asker) {
        asker.need(Role.OPERATOR);
        Intent intent = intent(question);
        Fields fields = question.need("of").equals("results") ? intent.results() : intent.fields();
        String name = question.need("name");
        String value = fields.text(name);
        bridge.decisions()
                .append(asker.name(), "show a value", "intent " + intent.id() + " " + name, "looked at on the page");
        return Map.of("value", value);
    }

    /**
     * Asks the vendor at this moment, as far as the action can read back, and returns what is known then. What has begun is
     * never sent again by this.
     */
    public Map<String, Object> look(Question question, Asker asker) {
        Intent before = intent(question);
        needRole(before, asker);
        if (before.state().isEnd()) {
            return details(before, asker);
        }
        if (bridge.isHeld()) {
            throw new OfficeException(409, "sending is held, so the vendor is not asked either");
        }
        if (before.state() != IntentState.UNKNOWN) {
            throw new OfficeException(409, "it is still being worked on");
        }
        Intent woken = intents.retry(before.id(), asker.name(), "looked before deciding");
        return details(changed(woken, before.tries()), asker);
    }

    /** Writes down what a person found out. */
    public Map<String, Object> resolve(Question question, Asker asker) {
        Intent intent = intent(question);
        needRole(intent, asker);
        String reason = question.need("reason");
        String who = asker.name();
        Resolution resolution = switch (question.need("choice")) {
            case "happened" -> Resolution.happened(results(question), who, reason);
            case "closed" -> Resolution.notHappened(who, reason);
            case "again" -> Resolution.sendAgain(who, reason);
            default -> throw new OfficeException(400, "choice is happened, closed or again");
        };
        return settled(() -> intents.resolve(intent.id(), resolution), asker);
    }

    /** Tries now instead of later. */
    public Map<String, Object> retry(Question question, Asker asker) {
        Intent intent = intent(question);
        needRole(intent, asker);
        return settled(() -> intents.retry(intent.id(), asker.name(), question.need("reason")), asker);
    }

    /** Withdraws what was not sent. */
    public Map<String, Object> cancel(Question question, Asker asker) {
        Intent intent = intent(question);
        needRole(intent, asker);
        if (!intents.cancel(intent.id())) {
            throw new OfficeException(409, "it can no longer be withdrawn");
        }
        return details(intents.find(intent.id()).orElse(intent), asker);
    }

    private Map<String, Object> settled(java.util.function.Supplier<Intent> decision, Asker asker) {
        try {
            return details(decision.get(), asker);
        } catch (AlreadySettledException e) {
            throw new OfficeException(
                    409,
                    "somebody or something was first: it is "
                            + IntentView.word(e.intent().state()) + " now");
        }
    }

    private Intent changed(Intent woken, int triesBefore) {
        Instant end = bridge.time().now().plus(LOOK);
        Intent now = woken;
        while (now.tries() == triesBefore
                && !now.state().isEnd()
                && bridge.time().now().isBefore(end)) {
            try {
                bridge.time().sleep(MOMENT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return now;
            }
            now = intents.find(woken.id()).orElse(now);
        }
        return now;
    }

    private Intent intent(Question question) {
        String id = question.need("id");
        return intents.find(id).orElseThrow(() -> new OfficeException(404, "there is no intent " + id));
    }

    private void needRole(Intent intent, Asker asker) {
        asker.need(view.movesMoney(intent) ? Role.APPROVER : Role.OPERATOR);
    }

    private static Fields results(Question question) {
        Map<String, String> results = new LinkedHashMap<>();
        question.values().forEach((name, value) -> {
            if (name.startsWith("result_")) {
                results.put(name.substring(7), value);
            }
        });
        return Fields.of(results);
    }

    private Map<String, Object> details(Intent intent, Asker asker) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("intent", view.row(intent, asker.language()));
        details.put(
                "fields",
                view.values(
                        intent.fields(),
                        view.spec(intent).map(ActionSpec::fields).orElse(List.of())));
        details.put(
                "results",
                view.values(
                        intent.results(),
                        view.spec(intent).map(ActionSpec::results).orElse(List.of())));
        details.put("behind", rows(intents.behind(intent.id(), MOST), asker.language()));
        details.put("role", IntentView.word(asker.role()));
        return details;
    }

    private List<Map<String, Object>> rows(List<Intent> found, String language) {
        return found.stream().map(intent -> view.row(intent, language)).toList();
    }
}
