package io.mostik.bridge.server.page;

import io.mostik.bridge.decision.Decision;
import io.mostik.bridge.decision.Decisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Answers what is asked about decisions. Thread-safe. */
public final class DecisionDesk {

    private static final int PAGE = 200;

    private final Decisions decisions;

    /** Creates the desk. */
    public DecisionDesk(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Returns the last decisions, newest first, and whether the chain of all is whole. */
    public Map<String, Object> last() {
        List<Decision> last = new ArrayList<>();
        long after = 0;
        List<Decision> page;
        do {
            page = decisions.list(after, PAGE);
            last = page.isEmpty() ? last : new ArrayList<>(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).number();
        } while (page.size() == PAGE);
        Collections.reverse(last);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("decisions", last.stream().map(DecisionDesk::row).toList());
        OptionalLong broken = decisions.firstBroken();
        broken.ifPresent(number -> answer.put("brokenAt", number));
        answer.put("head", last.isEmpty() ? "" : last.get(0).hash());
        return answer;
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
