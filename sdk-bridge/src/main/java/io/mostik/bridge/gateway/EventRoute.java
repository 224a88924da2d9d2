package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.messages.Messages;
import io.mostik.core.webhook.WebhookReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a base what has ended, in the order in which it did. The number of the last event that the base has stored is its
 * acknowledgement.
 */
final class EventRoute {

    private final Intents intents;
    private final LongPolls polls;
    private final FlatAnswer answers;

    EventRoute(Intents intents, LongPolls polls, FlatAnswer answers) {
        this.intents = intents;
        this.polls = polls;
        this.answers = answers;
    }

    /** Returns a page of events, at once or when there is one. */
    WebhookReply page(Asked asked) {
        Base base = asked.caller().needBase();
        Map<String, String> query = asked.query(Set.of("after", "wait", "limit", "journal"));
        long after = Asked.number(query, "after", 0);
        int limit = IntentRoutes.limit(query);
        Optional<String> journal = Optional.ofNullable(query.get("journal")).filter(id -> !id.isBlank());
        long now = intents.lastEvent(base.name());
        if (journal.filter(id -> !id.equals(answers.journal())).isPresent()) {
            return answer(asked, "other_journal", after, now, List.of());
        }
        if (after > now) {
            intents.behind(base.name(), after);
            return answer(asked, "journal_behind", after, now, List.of());
        }
        long last = polls.waiting(
                base.name(), Asked.patience(query, 0), longest -> intents.awaitEvent(base.name(), after, longest));
        List<Intent> events = last > after ? intents.events(base.name(), after, limit) : List.of();
        return answer(asked, "events", after, last, events);
    }

    private WebhookReply answer(Asked asked, String code, long after, long last, List<Intent> events) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("code", code);
        page.put("message", Messages.text(code, asked.caller().language(), Map.of()));
        page.put("journal", answers.journal());
        page.put("count", events.size());
        page.put(
                "next", events.isEmpty() ? after : events.get(events.size() - 1).event());
        page.put("last", last);
        page.put(
                "events",
                events.stream()
                        .map(intent -> answers.fields(asked.caller(), intent, false, false))
                        .toList());
        return FlatAnswer.json(200, page);
    }
}
