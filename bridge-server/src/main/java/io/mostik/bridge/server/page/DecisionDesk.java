package io.mostik.bridge.server.page;

import io.mostik.bridge.decision.Decision;
import io.mostik.bridge.decision.Decisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

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

    /** Returns the decisions about any of these links, runs and intents, oldest first. */
    List<Map<String, Object>> about(Set<String> names) {
        List<Map<String, Object>> found = new ArrayList<>();
        walk(page -> page.stream()
                .filter(decision -> WORDS.splitAsStream(decision.about()).anyMatch(names::contains))
                .map(DecisionDesk::row)
                .forEach(found::add));
        return found;
    }

    private void walk(Consumer<List<Decision>> pages) {
        long after = 0;
        List<Decision> page;
        do {
            page = decisions.list(after, PAGE);
            if (!page.isEmpty()) {
                pages.accept(page);
                after = page.get(page.size() - 1).number();
            }
        } while (page.size() == PAGE);
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
