package io.mostik.bridge.server.page;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.Link;
import io.mostik.bridge.link.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what became of a link's events, or of a document: runs, attempts, outcomes and decisions. Thread-safe. */
public final class HistoryDesk {

    private static final int USUAL = 20;
    private static final int MOST = 200;

    private final Bridge bridge;
    private final BridgeLinks links;
    private final IntentDesk intents;
    private final DecisionDesk decisions;
    private final IntentView view;

    /** Creates the desk. */
    public HistoryDesk(Bridge bridge, BridgeLinks links) {
        this.bridge = bridge;
        this.links = links;
        this.intents = new IntentDesk(bridge);
        this.decisions = new DecisionDesk(bridge.decisions());
        this.view = new IntentView(bridge.actions());
    }

    /** Returns the last events of a link, if one of this name runs or has run; else what became of a document. */
    public Map<String, Object> of(Question question, Asker asker) {
        String name = question.need("of");
        List<Run> runs = links.history(name, question.find("before"), question.number("last", USUAL, MOST));
        Optional<Link> link = links.current().find(name);
        return link.isEmpty() && runs.isEmpty()
                ? document(name, asker.language())
                : link(name, link, runs, asker.language());
    }

    private Map<String, Object> link(String name, Optional<Link> link, List<Run> runs, String language) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("link", name);
        link.ifPresent(now -> answer.put("digest", now.digest()));
        links.paused(name).ifPresent(why -> answer.put("paused", why));
        answer.put("runs", runs.stream().map(run -> row(run, language)).toList());
        answer.put(
                "decisions",
                decisions.aboutLink(
                        name,
                        runs.stream().map(Run::id).toList(),
                        runs.stream().flatMap(run -> run.intent().stream()).toList()));
        return answer;
    }

    private Map<String, Object> row(Run run, String language) {
        Map<String, Object> row = LinkDesk.row(run, language);
        row.put("key", run.key());
        row.put("happenedAt", run.event().at().toString());
        Optional<Intent> intent = run.intent().flatMap(bridge.intents()::find);
        intent.ifPresent(found -> row.put("outcome", view.row(found, language)));
        return row;
    }

    private Map<String, Object> document(String document, String language) {
        List<Map<String, Object>> found = intents.documents(new Question(Map.of("document", document)), language);
        List<String> ids = found.stream()
                .map(row -> String.valueOf(row.get("id")))
                .distinct()
                .toList();
        return Map.of("intents", found, "decisions", decisions.aboutIntents(ids));
    }
}
