package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.Fields;
import io.mostik.bridge.Person;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.intent.AlreadySettledException;
import io.mostik.bridge.intent.Happened;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentQuery;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.intent.NextStep;
import io.mostik.bridge.intent.Resolution;
import io.mostik.core.webhook.WebhookReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Shows intents to the base that asked for them, and to people; people settle them. */
final class IntentRoutes {

    static final int MOST = 50;

    private static final int LONGEST_REASON = 500;
    private static final String RESULT = "result_";

    private final Intents intents;
    private final Actions actions;
    private final LongPolls polls;
    private final FlatAnswer answers;

    IntentRoutes(Intents intents, Actions actions, LongPolls polls, FlatAnswer answers) {
        this.intents = intents;
        this.actions = actions;
        this.polls = polls;
        this.answers = answers;
    }

    /** Returns one, at once or when it has moved. */
    WebhookReply one(Asked asked) {
        Map<String, String> query = asked.query(Set.of("wait"));
        Intent intent = own(asked);
        boolean isOpen = !intent.state().isEnd();
        Intent now = isOpen
                ? polls.waiting(
                        intent.key().base(),
                        Asked.patience(query, 0),
                        longest -> longest.isZero() ? intent : intents.await(intent.id(), longest))
                : intent;
        return answers.intent(asked.caller(), now, true);
    }

    /** Returns a page: of one document, of some states, after an intent. */
    WebhookReply list(Asked asked) {
        Map<String, String> query = asked.query(Set.of("document", "state", "after", "limit", "base"));
        try {
            List<Intent> page = intents.list(new IntentQuery(
                    base(asked, query),
                    Optional.ofNullable(query.get("document")),
                    states(query),
                    Optional.ofNullable(query.get("after")),
                    limit(query)));
            return FlatAnswer.json(200, answers.page(asked.caller(), page));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(new FieldException("document", "field_characters"));
        }
    }

    private static Optional<String> base(Asked asked, Map<String, String> query) {
        return asked.caller().base().map(Base::name).or(() -> Optional.ofNullable(query.get("base")));
    }

    private static List<IntentState> states(Map<String, String> query) {
        String text = query.getOrDefault("state", "").strip();
        try {
            return Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .map(word -> IntentState.valueOf(word.toUpperCase(Locale.ROOT)))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Refusal.of(new FieldException("state", "field_state"));
        }
    }

    static int limit(Map<String, String> query) {
        return (int) Math.max(1, Math.min(MOST, Asked.number(query, "limit", MOST)));
    }

    /** Withdraws one, if nothing was sent yet. */
    WebhookReply cancel(Asked asked) {
        Intent intent = own(asked);
        asked.caller().person().ifPresent(person -> needRole(person, intent));
        boolean isCancelled = intents.cancel(intent.id());
        Intent now = intents.find(intent.id()).orElse(intent);
        if (!isCancelled) {
            throw settled("already_sent", now);
        }
        return answers.intent(asked.caller(), now, intent.state() == IntentState.CANCELLED);
    }

    /** Writes down what a person found out. */
    WebhookReply resolve(Asked asked) {
        String who = asked.caller().needPerson().name();
        Map<String, String> body = asked.body();
        String happened = word(body, "happened");
        boolean sendAgain = isTrue(body);
        Map<String, String> results = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (name.startsWith(RESULT)) {
                results.put(name.substring(RESULT.length()), value);
            } else if (!Set.of("happened", "send_again", "reason").contains(name)) {
                throw Refusal.of(new FieldException(name, "field_unknown"));
            }
        });
        boolean isYes = happened.equals("yes");
        if (!isYes && !happened.equals("no")) {
            throw Refusal.of(new FieldException("happened", "field_yes_or_no"));
        }
        if (isYes && sendAgain) {
            throw Refusal.of(new FieldException("send_again", "field_flag"));
        }
        String reason = reason(body);
        return settle(
                asked,
                intent -> intents.resolve(
                        intent.id(),
                        new Resolution(isYes, sendAgain, isYes ? Fields.of(results) : Fields.none(), who, reason)));
    }

    /** Lets one be tried again now. */
    WebhookReply retry(Asked asked) {
        String who = asked.caller().needPerson().name();
        String reason = reason(asked.body());
        return settle(asked, intent -> intents.retry(intent.id(), who, reason));
    }

    private WebhookReply settle(Asked asked, UnaryOperator<Intent> decision) {
        Person person = asked.caller().needPerson();
        Intent intent = own(asked);
        needRole(person, intent);
        try {
            return answers.intent(asked.caller(), decision.apply(intent), false);
        } catch (AlreadySettledException e) {
            throw settled("already_settled", e.intent());
        }
    }

    private void needRole(Person person, Intent intent) {
        boolean movesMoney = actions.find(intent.key().action())
                .map(Action::spec)
                .map(spec -> spec.holdsSubject())
                .orElse(true);
        if (!person.maySettle(movesMoney)) {
            throw Refusal.of(403, "role_missing");
        }
    }

    private static Refusal settled(String code, Intent now) {
        return Refusal.of(409, code)
                .saying(now.state().happened(), now.state().isEnd() ? NextStep.NOTHING : now.nextStep())
                .with("first_state", FlatAnswer.word(now.state()));
    }

    /** What belongs to another base is not there. */
    private Intent own(Asked asked) {
        return intents.find(asked.place())
                .filter(intent -> asked.caller()
                        .base()
                        .map(base -> base.name().equals(intent.key().base()))
                        .orElse(true))
                .orElseThrow(() -> Refusal.of(404, "intent_unknown").saying(Happened.UNKNOWN, NextStep.FIX_REQUEST));
    }

    private static String reason(Map<String, String> body) {
        String reason = word(body, "reason");
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.of(new FieldException("reason", "field_too_long"));
        }
        return reason;
    }

    private static String word(Map<String, String> body, String name) {
        return Optional.ofNullable(body.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.of(new FieldException(name, "field_missing")));
    }

    private static boolean isTrue(Map<String, String> body) {
        String text = body.getOrDefault("send_again", "false").strip();
        if (!text.equals("true") && !text.equals("false")) {
            throw Refusal.of(new FieldException("send_again", "field_flag"));
        }
        return text.equals("true");
    }
}
