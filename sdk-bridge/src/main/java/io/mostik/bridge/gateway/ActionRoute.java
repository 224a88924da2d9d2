package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.intent.Acceptance;
import io.mostik.bridge.intent.Happened;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.intent.NextStep;
import io.mostik.bridge.intent.OtherContentException;
import io.mostik.bridge.intent.TooManyOpenException;
import io.mostik.core.webhook.WebhookReply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes intents: reads, writes down, waits a little for the end, answers. */
final class ActionRoute {

    private static final int USUAL_PATIENCE = 5;
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Actions actions;
    private final Connections connections;
    private final Accounts accounts;
    private final Intents intents;
    private final LongPolls polls;
    private final FlatAnswer answers;

    ActionRoute(Actions actions, Connections connections, Intents intents, LongPolls polls, FlatAnswer answers) {
        this.actions = actions;
        this.connections = connections;
        this.accounts = new Accounts(connections);
        this.intents = intents;
        this.polls = polls;
        this.answers = answers;
    }

    /** Takes the action that the address names. */
    WebhookReply take(Asked asked) {
        return take(asked, asked.place());
    }

    /** Takes an action. */
    WebhookReply take(Asked asked, String action) {
        Base base = asked.caller().needBase();
        Optional<Action> found = actions.find(action);
        if (found.isEmpty()) {
            throw Refusal.of(404, "action_unknown");
        }
        asked.caller().needRight(action);
        Map<String, String> given = new LinkedHashMap<>(asked.query(Set.of("wait")));
        given.putAll(asked.body());
        return take(asked, base, found.get().spec(), given);
    }

    private WebhookReply take(Asked asked, Base base, ActionSpec spec, Map<String, String> given) {
        try {
            Envelope envelope = Envelope.read(asked, base.zone(), names(spec), given);
            String connection =
                    accounts.choose(base, spec.vendor(), envelope.find("connection"), envelope.find("organisation"));
            Optional<String> region = envelope.region().or(() -> connections.region(connection));
            Fields fields = spec.read(envelope.rest(), base.zone(), region);
            IntentKey key = new IntentKey(
                    base.name(),
                    spec.name(),
                    envelope.document(),
                    envelope.find("line").orElse(""));
            Duration patience = Asked.patience(given, USUAL_PATIENCE);
            Acceptance accepted = accept(IntentRequest.of(key, connection, fields), envelope.dated(base.zone()));
            return end(asked, accepted, patience);
        } catch (FieldException e) {
            throw Refusal.of(e);
        } catch (OtherContentException e) {
            return answers.otherContent(asked.caller(), e.first());
        } catch (TooManyOpenException e) {
            throw Refusal.of(429, "too_many_open")
                    .saying(Happened.NO, NextStep.ASK_AGAIN)
                    .header("Retry-After", RETRY_AFTER_SECONDS);
        }
    }

    private static List<String> names(ActionSpec spec) {
        return spec.fields().stream().map(FieldSpec::name).toList();
    }

    private Acceptance accept(IntentRequest request, Optional<Instant> dated) {
        return dated.isPresent() ? intents.accept(request, dated.get()) : intents.accept(request);
    }

    private WebhookReply end(Asked asked, Acceptance accepted, Duration patience) {
        Intent intent = accepted.intent();
        boolean isOpen = !intent.state().isEnd() && intent.nextStep() == NextStep.WAIT;
        Intent ended = isOpen
                ? polls.waiting(intent.key().base(), patience, longest -> intents.await(intent.id(), longest))
                : intent;
        return answers.intent(asked.caller(), ended, accepted.earlier());
    }
}
