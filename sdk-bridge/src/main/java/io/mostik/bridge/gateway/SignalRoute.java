package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.BridgeNames;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.messages.Messages;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.EventSink;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookReply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes events of a base's own, for links. The same signal of the same document and line is taken once. */
final class SignalRoute {

    private static final String TRIGGER = "base.signal";
    private static final int LONGEST_TEXT = 4_000;

    private final Optional<EventSink> signals;
    private final TimeSource time;

    SignalRoute(Optional<EventSink> signals, TimeSource time) {
        this.signals = signals;
        this.time = time;
    }

    WebhookReply take(Asked asked) {
        Base base = asked.caller().needBase();
        EventSink sink = signals.orElseThrow(() -> Refusal.of(404, "no_links"));
        String name = name(asked.place());
        asked.caller().needRight("signals." + name);
        try {
            Envelope envelope = Envelope.read(asked, base.zone(), List.of(), asked.body());
            String line = envelope.find("line").orElse("");
            Map<String, Object> data = new LinkedHashMap<>();
            envelope.rest().forEach((field, value) -> data.put(field, checked(field, value)));
            data.put("document", envelope.document());
            data.put("line", line);
            data.put("signal", name);
            data.put("base", base.name());
            String id = String.join("|", base.name(), name, envelope.document(), line);
            Instant now = time.now();
            boolean isNew = sink.accept(new BridgeEvent(TRIGGER, "", id, now, Json.of(data)));
            return answer(asked, name, envelope.document(), isNew, now);
        } catch (FieldException e) {
            throw Refusal.of(e);
        }
    }

    private static String name(String given) {
        if (!given.matches("[a-z0-9_.-]{1,60}")) {
            throw Refusal.of(400, "signal_name");
        }
        return BridgeNames.key("signal", given);
    }

    private static String checked(String field, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw new FieldException(field, "field_too_long");
        }
        if (value.chars().anyMatch(sign -> Character.isISOControl(sign) && !Character.isWhitespace(sign))
                || value.codePoints()
                        .anyMatch(sign -> sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE)) {
            throw new FieldException(field, "field_characters");
        }
        return value;
    }

    private static WebhookReply answer(Asked asked, String name, String document, boolean isNew, Instant now) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("signal", name);
        answer.put("document", document);
        answer.put("state", "accepted");
        answer.put("happened", "yes");
        answer.put("next_step", "nothing");
        answer.put("code", "signal_taken");
        answer.put("message", Messages.text("signal_taken", asked.caller().language(), Map.of()));
        answer.put("earlier", !isNew);
        FlatAnswer.times(answer, now, asked.caller().zone());
        return FlatAnswer.json(202, answer);
    }
}
