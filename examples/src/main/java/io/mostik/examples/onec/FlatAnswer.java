package io.mostik.examples.onec;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.webhook.WebhookReply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes answers as 1C reads them into a structure: flat JSON, keys that are identifiers, no empty dates, times of the
 * configured zone without an offset, UTF-8 without a byte order mark.
 */
final class FlatAnswer {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    FlatAnswer(ZoneId zone) {
        this.zone = zone;
    }

    WebhookReply intent(Intent intent) {
        int status = switch (intent.state()) {
            case DONE, UNKNOWN -> 200;
            case STARTED -> 202;
            case REFUSED -> 422;
        };
        return json(status, fields(intent));
    }

    WebhookReply events(long after, List<Intent> ended) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("count", ended.size());
        page.put(
                "next",
                ended.isEmpty() ? after : ended.get(ended.size() - 1).event().orElse(after));
        page.put("events", ended.stream().map(this::fields).toList());
        return json(200, page);
    }

    /** Says why nothing was done. */
    WebhookReply refusal(int status, String message) {
        return json(status, Map.of("state", "refused", "happened", "no", "message", message));
    }

    WebhookReply failure() {
        String message = "the bridge failed; ask again with the same document";
        return json(500, Map.of("state", "failed", "happened", "unknown", "message", message));
    }

    private Map<String, Object> fields(Intent intent) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("document", intent.document());
        fields.put("operation", word(intent.errand().kind()));
        fields.put("state", word(intent.state()));
        fields.put("happened", happened(intent.state()));
        fields.put("message", intent.message());
        intent.errand().note().ifPresent(note -> fields.put("note", note));
        intent.event().ifPresent(number -> fields.put("event", number));
        fields.put("at", local(intent.ended().orElse(intent.since())));
        return fields;
    }

    private static String happened(Intent.State state) {
        return switch (state) {
            case DONE -> "yes";
            case REFUSED -> "no";
            case STARTED, UNKNOWN -> "unknown";
        };
    }

    private String local(Instant time) {
        return SECONDS.format(LocalDateTime.ofInstant(time, zone));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static WebhookReply json(int status, Map<String, Object> fields) {
        return new WebhookReply(
                status, "application/json; charset=utf-8", new String(JSON.write(fields), StandardCharsets.UTF_8));
    }
}
