package io.mostik.salesautopilot.letters;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.internal.Answer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** Letters and what became of them. Obtained from {@code SalesAutopilot.letters()}. Thread-safe. */
public final class LettersApi {

    // People read it twice if it is sent twice.
    private static final Endpoint<Json> SEND = Endpoint.once("letters.send", "POST", "/sendmail", Json.class);
    private static final Endpoint<Json> SENT_IDS =
            Endpoint.read("letters.sentIds", "GET", "/sentemailids/{start}/{end}", Json.class);
    private static final Endpoint<Json> SUMMARY =
            Endpoint.read("letters.summary", "GET", "/sendlogsummary/{letter}", Json.class);
    private static final Endpoint<Json> LOG = Endpoint.read("letters.log", "GET", "/sendloglist/{letter}", Json.class);

    private final ApiClient api;

    /** Creates the API over an engine; use {@code SalesAutopilot.letters()}. */
    public LettersApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Sends letters to records at once, and returns the vendor's number, presumably how many were queued. Never sent
     * twice; after a failure with {@code UNKNOWN} only {@link #log} can tell.
     */
    public long send(List<Mailing> mailings) {
        return Answer.of(SEND, api.call(SEND).json(mailings)).number();
    }

    /** Returns the letters sent between two days, both included as far as is known. */
    public List<LetterId> sentIds(LocalDate start, LocalDate end) {
        return Answer.of(SENT_IDS, api.call(SENT_IDS).path("start", day(start)).path("end", day(end))).values().stream()
                .flatMap(id -> id.number().stream())
                .map(id -> LetterId.of(id.longValue()))
                .toList();
    }

    /** Returns the totals of a letter; their shape is not documented. */
    public Json summary(LetterId letter) {
        return Answer.of(SUMMARY, api.call(SUMMARY).path("letter", letter)).raw();
    }

    /** Returns the events of a letter; their shape is not documented. */
    public Json log(LetterId letter) {
        return Answer.of(LOG, api.call(LOG).path("letter", letter)).raw();
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
