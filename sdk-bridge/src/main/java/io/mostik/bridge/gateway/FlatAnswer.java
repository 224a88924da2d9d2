package io.mostik.bridge.gateway;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.intent.Happened;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.messages.Messages;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.webhook.WebhookReply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes answers as 1C reads them into a structure: flat JSON, keys that are identifiers, no {@code null} and no empty
 * dates, times of the base's zone without an offset, UTF-8 without a byte order mark. Thread-safe.
 */
final class FlatAnswer {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final String TYPE = "application/json; charset=utf-8";

    private final Function<String, Optional<ActionSpec>> specs;
    private final Supplier<String> source;
    private volatile String known = "";

    /**
     * Creates a writer.
     *
     * @param specs the rules of an action by its name
     * @param journal the id of the journal
     */
    FlatAnswer(Function<String, Optional<ActionSpec>> specs, Supplier<String> journal) {
        this.specs = specs;
        this.source = journal;
    }

    /** Returns the id of the journal; it is read once, since a journal keeps its id. */
    String journal() {
        if (known.isEmpty()) {
            known = source.get();
        }
        return known;
    }

    /** Returns the answer to a request about one intent. */
    WebhookReply intent(Caller caller, Intent intent, boolean earlier) {
        return json(status(intent.state()), fields(caller, intent, earlier, true));
    }

    private static int status(IntentState state) {
        return switch (state) {
            case DONE, UNKNOWN, CANCELLED -> 200;
            case ACCEPTED, WORKING -> 202;
            case REFUSED -> 422;
        };
    }

    /** Returns that the key was used for something else before, and what became of that. */
    WebhookReply otherContent(Caller caller, Intent first) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("intent", first.id());
        answer.put("document", first.key().document());
        answer.put("action", first.key().action());
        answer.put("state", "refused");
        answer.put("happened", word(first.state().happened()));
        answer.put("next_step", "new_document");
        answer.put("code", "other_content");
        answer.put("message", Messages.text("other_content", caller.language(), Map.of()));
        answer.put("first_state", word(first.state()));
        answer.put("journal", journal());
        return json(409, answer);
    }

    /** Returns one page of intents. */
    Map<String, Object> page(Caller caller, List<Intent> intents) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("journal", journal());
        page.put("count", intents.size());
        page.put(
                "intents",
                intents.stream()
                        .map(intent -> fields(caller, intent, true, false))
                        .toList());
        return page;
    }

    /** Returns all that there is to say of an intent. */
    Map<String, Object> fields(Caller caller, Intent intent, boolean earlier, boolean isWhole) {
        Optional<ActionSpec> spec = specs.apply(intent.key().action());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("intent", intent.id());
        answer.put("document", intent.key().document());
        if (!intent.key().line().isEmpty()) {
            answer.put("line", intent.key().line());
        }
        answer.put("action", intent.key().action());
        answer.put("state", word(intent.state()));
        answer.put("happened", word(intent.state().happened()));
        answer.put("next_step", word(intent.nextStep()));
        answer.put("code", intent.code());
        answer.put("message", message(caller, intent, spec));
        intent.vendorSays().ifPresent(words -> answer.put("vendor_says", words));
        intent.results()
                .asMap()
                .forEach((name, value) -> answer.put("result_" + identifier(name), typed(type(spec, name), value)));
        if (intent.event() > 0) {
            answer.put("event", intent.event());
        }
        if (isWhole) {
            answer.put("earlier", earlier);
        }
        times(answer, intent.changedAt(), caller.zone());
        if (isWhole) {
            answer.put("journal", journal());
        }
        return answer;
    }

    /** Adds a time as 1C reads it, and as it cannot be misread. */
    static void times(Map<String, Object> answer, Instant at, ZoneId zone) {
        answer.put("at", local(at, zone));
        answer.put("at_unix", at.toEpochMilli());
    }

    /** Returns a time in a zone, without an offset. */
    static String local(Instant at, ZoneId zone) {
        return SECONDS.format(LocalDateTime.ofInstant(at, zone));
    }

    private static String message(Caller caller, Intent intent, Optional<ActionSpec> spec) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.putAll(written(intent.fields(), spec.map(ActionSpec::fields).orElse(List.of()), caller));
        parameters.putAll(
                written(intent.results(), spec.map(ActionSpec::results).orElse(List.of()), caller));
        return Messages.text(intent.code(), caller.language(), parameters);
    }

    private static Map<String, String> written(Fields fields, List<FieldSpec> specs, Caller caller) {
        Map<String, String> written = new LinkedHashMap<>();
        specs.forEach(spec -> fields.find(spec.name())
                .ifPresent(value -> written.put(
                        spec.name(),
                        spec.type() == FieldType.MONEY
                                ? Messages.amount(new BigDecimal(value), caller.language())
                                : value)));
        return written;
    }

    private static FieldType type(Optional<ActionSpec> spec, String name) {
        return spec.map(ActionSpec::results).orElse(List.of()).stream()
                .filter(field -> field.name().equals(name))
                .map(FieldSpec::type)
                .findFirst()
                .orElse(FieldType.TEXT);
    }

    private static Object typed(FieldType type, String value) {
        try {
            return switch (type) {
                case MONEY, NUMBER -> new BigDecimal(value);
                case FLAG -> value.equals("true");
                default -> value;
            };
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** Returns a name that is an identifier in 1C. */
    static String identifier(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}_]", "_");
    }

    /** Returns why a request is not carried out. */
    WebhookReply refusal(Refusal refusal, String language) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("state", "refused");
        answer.put("happened", word(refusal.happened()));
        answer.put("next_step", word(refusal.nextStep()));
        answer.put("code", refusal.code());
        answer.put("message", Messages.text(refusal.code(), language, refusal.parameters()));
        answer.putAll(refusal.parameters());
        WebhookReply reply = json(refusal.status(), answer);
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            reply = reply.header(header.getKey(), header.getValue());
        }
        return reply;
    }

    /** Returns fields as an answer that nobody keeps. */
    static WebhookReply json(int status, Map<String, ?> fields) {
        return text(status, new String(JSON.write(fields), StandardCharsets.UTF_8));
    }

    static WebhookReply text(int status, String json) {
        return new WebhookReply(
                status, TYPE, json, Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff"));
    }

    private static String word(Happened value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
