package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Held;
import io.mostik.bridge.Person.Role;
import io.mostik.bridge.intent.Blocked;
import io.mostik.bridge.intent.IntentCounts;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.http.LimitedServer;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.DecisionDesk;
import io.mostik.bridge.server.page.HistoryDesk;
import io.mostik.bridge.server.page.InboxDesk;
import io.mostik.bridge.server.page.IntentDesk;
import io.mostik.bridge.server.page.LinkDesk;
import io.mostik.bridge.server.page.Office;
import io.mostik.bridge.server.page.OfficeException;
import io.mostik.bridge.server.page.PersonDesk;
import io.mostik.bridge.server.page.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The office of a bridge: what can be asked, and by whom. Thread-safe. */
final class BridgeOffice implements Office {

    private static final String FROM_MISSING = "from is missing: from when may the journal lack what was sent?";

    private final Bridge bridge;
    private final BridgeConfig config;
    private final Backups backups;
    private final Lamps lamps;
    private final Map<String, LimitedServer> servers;
    private final IntentDesk intents;
    private final DecisionDesk decisions;
    private final LinkDesk links;
    private final InboxDesk inbox;
    private final HistoryDesk history;
    private final LinkReload reload;
    private final PersonDesk persons;

    BridgeOffice(
            Bridge bridge,
            BridgeLinks links,
            BridgeConfig config,
            Backups backups,
            Lamps lamps,
            Map<String, LimitedServer> servers) {
        this.bridge = bridge;
        this.config = config;
        this.backups = backups;
        this.lamps = lamps;
        this.servers = servers;
        this.intents = new IntentDesk(bridge);
        this.decisions = new DecisionDesk(bridge.decisions());
        this.inbox = new InboxDesk(links);
        this.links = new LinkDesk(bridge, links, inbox, config.zone());
        this.history = new HistoryDesk(bridge, links);
        this.reload = new LinkReload(bridge, links, config);
        this.persons = new PersonDesk(bridge, links);
    }

    @Override
    public Map<String, Object> answer(String name, boolean isChange, Question question, Asker asker) {
        return isChange ? change(name, question, asker) : read(name, question, asker);
    }

    private Map<String, Object> read(String name, Question question, Asker asker) {
        String language = asker.language();
        return switch (name) {
            case "now" -> now();
            case "person" -> Map.of("intents", intents.waiting(language), "runs", links.failed(language));
            case "open" ->
                Map.of("intents", intents.open(language), "runs", links.failed(language), "letters", inbox.dead());
            case "history" -> history.of(question, asker);
            case "documents" -> Map.of("intents", intents.documents(question, language));
            case "intent" -> intents.one(question, asker);
            case "decisions" -> Map.of("decisions", decisions.last());
            case "audit" -> decisions.verified();
            case "settings" -> Map.of("settings", SettingsView.of(config));
            case "doctor" ->
                Map.of("findings", new Doctor(config, lamps, servers).look(bridge, links.silent(), backups));
            case "links" -> links.links();
            case "runs" -> links.runs(question, asker);
            case "inbox" -> Map.of("items", inbox.waiting(), "leftAlone", inbox.leftAlone());
            default -> throw new OfficeException(404, "there is nothing here");
        };
    }

    private Map<String, Object> change(String name, Question question, Asker asker) {
        return switch (name) {
            case "look" -> intents.look(question, asker);
            case "resolve" -> intents.resolve(question, asker);
            case "retry" -> intents.retry(question, asker);
            case "cancel" -> intents.cancel(question, asker);
            case "show" -> intents.show(question, asker);
            case "hold" -> hold(question, asker);
            case "release" -> release(question, asker);
            case "export" -> persons.export(question, asker);
            case "erase" -> persons.erase(question, asker);
            case "backup" -> backup(asker);
            case "pause" -> links.pause(question, asker);
            case "replay" -> links.replay(question, asker);
            case "dismiss" -> links.dismiss(question, asker);
            case "reload" -> reload.reload(asker);
            case "dry-run" -> links.dryRun(question);
            default -> throw new OfficeException(405, "this cannot be done here");
        };
    }

    private Map<String, Object> now() {
        IntentCounts counts = bridge.intents().counts();
        Map<String, Object> now = new LinkedHashMap<>();
        now.put("accepted", counts.in(IntentState.ACCEPTED));
        now.put("working", counts.in(IntentState.WORKING));
        now.put("unknown", counts.in(IntentState.UNKNOWN));
        List<Held> heldBases = bridge.heldBases();
        Optional<Held> held = bridge.held();
        now.put(
                "needsPerson",
                counts.in(IntentState.UNKNOWN)
                        + heldBases.size()
                        + (held.filter(Held::isRestored).isPresent() ? 1 : 0));
        Instant time = bridge.time().now();
        counts.oldestOpen()
                .ifPresent(at -> now.put(
                        "oldestOpenSeconds",
                        Math.max(0, Duration.between(at, time).toSeconds())));
        now.put("silent", links.silent().size());
        List<Blocked> blocked = bridge.intents().blocked();
        now.put("blocked", blocked.stream().mapToInt(Blocked::waiting).sum());
        blocked.stream()
                .findFirst()
                .ifPresent(first -> now.put(
                        "blockedSeconds",
                        Math.max(0, Duration.between(first.since(), time).toSeconds())));
        now.put("journal", bridge.intents().journal());
        held.ifPresent(why -> {
            now.put("heldSince", why.since().toString());
            now.put("heldWhy", why.reason());
            now.put("isRestored", why.isRestored());
        });
        now.put("heldBases", heldBases.stream().map(BridgeOffice::heldBase).toList());
        now.put("connections", config.connections().stream().map(lamps::row).toList());
        return now;
    }

    private static Map<String, Object> heldBase(Held held) {
        return Map.of("base", held.base(), "since", held.since().toString(), "reason", held.reason());
    }

    private Map<String, Object> hold(Question question, Asker asker) {
        asker.need(Role.OPERATOR);
        bridge.hold(asker.name(), question.need("reason"));
        return Map.of("held", true);
    }

    private Map<String, Object> release(Question question, Asker asker) {
        asker.need(Role.APPROVER);
        String reason = question.need("reason");
        Optional<Instant> from = question.time("from", config.zone());
        Optional<String> base = question.find("base");
        try {
            if (base.isPresent()) {
                Instant since = from.orElseThrow(() -> new OfficeException(400, FROM_MISSING));
                bridge.releaseBase(base.get(), asker.name(), reason, since);
            } else if (from.isPresent()) {
                bridge.release(asker.name(), reason, from.get());
            } else {
                bridge.release(asker.name(), reason);
            }
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new OfficeException(400, String.valueOf(e.getMessage()));
        }
        return Map.of("held", bridge.isHeld());
    }

    private Map<String, Object> backup(Asker asker) {
        asker.need(Role.OPERATOR);
        try {
            return Map.of("file", backups.make().toString());
        } catch (IllegalStateException e) {
            throw new OfficeException(500, String.valueOf(e.getMessage()));
        }
    }
}
