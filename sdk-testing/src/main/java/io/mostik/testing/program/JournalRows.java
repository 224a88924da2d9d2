package io.mostik.testing.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.Answer;
import io.mostik.testing.JournalEntry;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.internal.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The journal as the control API shows it: whole, but for what may be a key that somebody sent by mistake. */
final class JournalRows {

    private static final int LONGEST = 16_384;
    private static final Pattern SECRET_HEADER =
            Pattern.compile("(?i)authorization|cookie|.*(api-?key|token|secret).*");
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i)(^|[?&])([^=&]*(?:key|token|password|secret)[^=&]*=)[^&]*");

    private static final Pattern SECRET_VALUE = Pattern.compile(
            "(?i)(\"[^\"]*(?:api_?key|token|password|secret)[^\"]*\"\\s*:\\s*\")[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+");
    private static final Pattern SECRET_ELEMENT =
            Pattern.compile("(?i)(<\\w*(?:kulcs|token|password|jelszo|secret)\\w*>)[^<]*");

    private JournalRows() {}

    static Map<String, Object> row(JournalEntry entry) {
        RecordedRequest request = entry.request();
        JsonObject row = new JsonObject()
                .with("number", request.number())
                .with("at", entry.at().toString())
                .with("host", entry.host().toString())
                .with("method", request.method())
                .with("path", request.path())
                .with("query", SECRET_PARAMETER.matcher(request.rawQuery()).replaceAll("$1$2***"))
                .with("headers", headers(request.headers()))
                .with("body", body(request))
                .with("executed", entry.acted())
                .with("ending", entry.ending());
        entry.written().ifPresent(answer -> row.put("answer", answer(answer)));
        return row;
    }

    /** A form may hold a key, as the address may. */
    private static String body(RecordedRequest request) {
        boolean form = request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
        String text = text(request.body());
        return form ? SECRET_PARAMETER.matcher(text).replaceAll("$1$2***") : text;
    }

    private static Map<String, Object> answer(Answer answer) {
        return new JsonObject()
                .with("status", answer.status())
                .with("headers", headers(answer.headers()))
                .with("body", text(answer.body()));
    }

    private static Map<String, String> headers(Map<String, List<String>> headers) {
        Map<String, String> shown = new java.util.TreeMap<>();
        headers.forEach((name, values) -> shown.put(
                name.toLowerCase(Locale.ROOT),
                SECRET_HEADER.matcher(name).matches() ? "***" : String.join(", ", values)));
        return shown;
    }

    /** JSON and XML name their keys. */
    private static String text(byte[] body) {
        String text = new String(body, 0, Math.min(LONGEST, body.length), UTF_8);
        String shown = SECRET_VALUE.matcher(text).replaceAll("$1***");
        shown = SECRET_ELEMENT.matcher(shown).replaceAll("$1***");
        return body.length > LONGEST ? shown + "…" : shown;
    }
}
