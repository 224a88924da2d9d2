package io.mostik.bridge.server.page;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Person.Role;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.DryRun;
import io.mostik.bridge.link.Link;
import io.mostik.bridge.link.Run;
import io.mostik.bridge.link.RunState;
import io.mostik.bridge.link.Silence;
import io.mostik.bridge.messages.Messages;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers what is asked about links and their runs. Thread-safe. */
public final class LinkDesk {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final String BY_HAND = "by hand";
    private static final int MOST = 200;

    private final Bridge bridge;
    private final BridgeLinks links;
    private final InboxDesk inbox;
    private final ZoneId zone;

    /** Creates the desk. */
    public LinkDesk(Bridge bridge, BridgeLinks links, InboxDesk inbox, ZoneId zone) {
        this.bridge = bridge;
        this.links = links;
        this.inbox = inbox;
        this.zone = zone;
    }

    /** Returns all links with how they stand. */
    public Map<String, Object> links() {
        Map<String, Instant> silent = silent();
        Map<String, Instant> waiting = links.waitingSince();
        Instant now = bridge.time().now();
        return Map.of(
                "links",
                links.current().all().stream()
                        .map(link -> {
                            Map<String, Object> row = row(link, Optional.ofNullable(silent.get(link.name())));
                            Duration lag = Duration.between(waiting.getOrDefault(link.name(), now), now);
                            row.put("lagSeconds", Math.max(0, lag.toSeconds()));
                            return row;
                        })
                        .toList());
    }

    /** Returns the links that expect events and hear none, with when they last heard one or began. */
    public Map<String, Instant> silent() {
        return links.silent().stream().collect(Collectors.toMap(Silence::link, Silence::since));
    }

    private Map<String, Object> row(Link link, Optional<Instant> silentSince) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", link.name());
        row.put("from", joined(link.source().trigger(), link.source().connection()));
        row.put("to", joined(link.target().action(), link.target().connection()));
        Optional<String> paused = links.paused(link.name());
        row.put("paused", paused.isPresent());
        paused.ifPresent(why -> row.put("why", why));
        silentSince.ifPresent(since -> row.put("silentSince", since.toString()));
        return row;
    }

    /** Returns the last runs of a link. */
    public Map<String, Object> runs(Question question, Asker asker) {
        List<Run> runs = links.history(question.need("link"), Optional.empty(), question.number("limit", MOST, MOST));
        return Map.of(
                "runs", runs.stream().map(run -> row(run, asker.language())).toList());
    }

    /** Returns the runs of all links that wait for a person or a replay. */
    public List<Map<String, Object>> failed(String language) {
        return links.current().all().stream()
                .flatMap(link -> links.failed(link.name(), MOST).stream())
                .map(run -> row(run, language))
                .toList();
    }

    static Map<String, Object> row(Run run, String language) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", run.id());
        row.put("link", run.link());
        row.put("event", run.event().trigger());
        row.put("at", run.receivedAt().toString());
        row.put("state", IntentView.word(run.state()));
        row.put(
                "message",
                Stream.concat(Stream.of(Messages.text(run.code(), language, Map.of())), run.notes().stream())
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(""));
        run.intent().ifPresent(id -> row.put("intent", id));
        row.put("digest", run.digest());
        row.put("replayable", run.state().isFailure());
        row.put("dismissible", isWaitingForSomebody(run));
        return row;
    }

    /** Pauses a link, or lets it go on. */
    public Map<String, Object> pause(Question question, Asker asker) {
        asker.need(Role.OPERATOR);
        String link = link(question).name();
        boolean changed = question.isTrue("paused")
                ? links.pause(link, asker.name(), BY_HAND)
                : links.resume(link, asker.name(), BY_HAND);
        return Map.of("changed", changed);
    }

    /** Takes runs or posted things again: what has happened is answered, not repeated. */
    public Map<String, Object> replay(Question question, Asker asker) {
        asker.need(Role.OPERATOR);
        if (question.isTrue("inbox")) {
            return Map.of("changed", inbox.replay(question.need("id")));
        }
        Optional<String> id = question.find("id");
        if (id.isPresent()) {
            return Map.of("changed", replay(run(id.get()), question, asker) ? 1 : 0);
        }
        Instant since = question.time("since", zone).orElse(Instant.EPOCH);
        String link = link(question).name();
        int changed = 0;
        for (RunState state : List.of(RunState.DEAD, RunState.INCOMPLETE)) {
            changed += links.replay(link, state, since);
        }
        return Map.of("changed", changed);
    }

    private boolean replay(Run run, Question question, Asker asker) {
        if (!question.isTrue("anew")) {
            return links.replay(run.id());
        }
        if (links.replayAnew(run.id(), asker.name(), question.need("reason")).isEmpty()) {
            throw new OfficeException(409, "there is no link " + run.link() + " any more");
        }
        return true;
    }

    private Run run(String id) {
        return links.find(id).orElseThrow(() -> new OfficeException(404, "there is no run " + id));
    }

    private Link link(Question question) {
        String name = question.need("link");
        return links.current().find(name).orElseThrow(() -> new OfficeException(404, "there is no link " + name));
    }

    /** Ends a run that failed, or a dead letter: nothing is done for it. */
    public Map<String, Object> dismiss(Question question, Asker asker) {
        asker.need(Role.OPERATOR);
        String id = question.need("id");
        String reason = question.need("reason");
        if (question.isTrue("inbox")) {
            return Map.of("changed", inbox.dismiss(id, asker.name(), reason));
        }
        if (!links.dismiss(run(id).id(), asker.name(), reason)) {
            throw new OfficeException(409, "nobody has to look at run " + id);
        }
        return Map.of("changed", 1);
    }

    private static boolean isWaitingForSomebody(Run run) {
        return run.state() == RunState.DEAD || run.state() == RunState.INCOMPLETE;
    }

    /** Says what a link would do with a sample, with its dead letters or with its last events; sends nothing. */
    public Map<String, Object> dryRun(Question question) {
        Link link = link(question);
        String name = link.name();
        Optional<String> sample = question.find("sample");
        if (sample.isPresent()) {
            return Map.of("runs", List.of(row(links.dryRun(name, event(link, sample.get())))));
        }
        if (question.isTrue("dead")) {
            InboxDesk.Letters letters = inbox.letters(link);
            return Map.of(
                    "runs",
                    letters.events().stream()
                            .map(event -> row(links.dryRun(name, event)))
                            .toList(),
                    "unreadable",
                    letters.unreadable());
        }
        return Map.of(
                "runs",
                links.history(name, Optional.empty(), question.number("last", 20, MOST)).stream()
                        .filter(run -> !run.event().data().names().isEmpty())
                        .map(run -> row(links.dryRun(name, run.event())))
                        .toList());
    }

    private BridgeEvent event(Link link, String json) {
        try {
            Json data = JSON.read(JsonType.of(Json.class), json.getBytes(StandardCharsets.UTF_8));
            return new BridgeEvent(
                    link.source().trigger(),
                    link.source().connection(),
                    "sample",
                    bridge.time().now(),
                    data);
        } catch (JsonException e) {
            throw new OfficeException(400, "the sample is no JSON");
        }
    }

    private static Map<String, Object> row(DryRun dry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("state", IntentView.word(dry.state()));
        row.put("failing", dry.failing());
        row.put("request", dry.request().asMap());
        row.put("origins", dry.mapped().origins());
        row.put("lacking", dry.mapped().lacking());
        row.put("notes", dry.mapped().notes());
        row.put("unused", dry.unused());
        return row;
    }

    private static String joined(String what, String connection) {
        return connection.isEmpty() ? what : what + " (" + connection + ")";
    }
}
