package io.mostik.bridge.server.page;

import io.mostik.bridge.decision.Decision;
import io.mostik.bridge.decision.Decisions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers what is asked about decisions. Thread-safe. */
public final class DecisionDesk {

    private static final int PAGE = 200;
    private static final Pattern WORDS = Pattern.compile("[ ,]+");

    private final Decisions decisions;

    /** Creates the desk. */
    public DecisionDesk(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Returns the last decisions, newest first. */
    public List<Map<String, Object>> last() {
        return decisions.newest(PAGE).stream().map(DecisionDesk::row).toList();
    }

    /** Reads all decisions, and returns where their chain is broken, if it is, and the hash of the last one. */
    public Map<String, Object> verified() {
        Map<String, Object> answer = new LinkedHashMap<>();
        decisions.firstBroken().ifPresent(number -> answer.put("brokenAt", number));
        answer.put(
                "head",
                decisions.newest(1).stream().findFirst().map(Decision::hash).orElse(""));
        return answer;
    }

    /** Returns the last decisions about a link, and about these runs and intents; oldest first. */
    List<Map<String, Object>> aboutLink(String link, Collection<String> runs, Collection<String> intents) {
        List<String> things = new ArrayList<>(List.of("link " + link));
        things.addAll(runs);
        intents.forEach(intent -> things.add("intent " + intent));
        Stream<Decision> reloads = decisions.about(List.of("links"), PAGE).stream()
                .filter(decision -> List.of(WORDS.split(decision.about())).contains(link));
        return oldestFirst(Stream.concat(decisions.about(things, PAGE).stream(), reloads));
    }

    /** Returns the last decisions about these intents, oldest first. */
    List<Map<String, Object>> aboutIntents(Collection<String> intents) {
        List<String> things = intents.stream().map(intent -> "intent " + intent).toList();
        return oldestFirst(decisions.about(things, PAGE).stream());
    }

    private static List<Map<String, Object>> oldestFirst(Stream<Decision> found) {
        List<Decision> newest = found.sorted(
                        Comparator.comparingLong(Decision::number).reversed())
                .limit(PAGE)
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        newest.forEach(decision -> rows.add(0, row(decision)));
        return rows;
    }

    private static Map<String, Object> row(Decision decision) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", decision.number());
        row.put("at", decision.at().toString());
        row.put("who", decision.who());
        row.put("what", decision.what());
        row.put("about", decision.about());
        row.put("reason", decision.reason().orElse(""));
        return row;
    }
}
