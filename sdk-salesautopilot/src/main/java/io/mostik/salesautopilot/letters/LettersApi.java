package io.mostik.salesautopilot.letters;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.internal.Answer;
import io.mostik.salesautopilot.internal.Ids;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** Letters and their results. Obtained from {@code SalesAutopilot.letters()}. Thread-safe. */
public final class LettersApi {

    // People read it twice if it is sent twice.
    private static final Endpoint<Json> SEND = Endpoint.once("letters.send", "POST", "/sendmail", Json.class);
    private static final Endpoint<Json> SENT_IDS =
            Endpoint.read("letters.sentIds", "GET", "/sentemailids/{start}/{end}", Json.class);
    private static final Endpoint<Json> SUMMARY =
            Endpoint.read("letters.summary", "GET", "/sendlogsummary/{letter}", Json.class);
    private static final Endpoint<Json> LOG = Endpoint.read("letters.log", "GET", "/sendloglist/{letter}", Json.class);

    private final ApiClient api;

    LettersApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Sends letters to records at once, and returns the vendor's number, presumably how many were queued. Never done
     * twice; after a failure with {@code UNKNOWN} only {@link #log} can tell.
     */
    public long send(List<Mailing> mailings) {
        return Answer.of(SEND, api.call(SEND).json(mailings)).number();
    }

    /** Returns the letters sent between two days, both included as far as is known. */
    public List<LetterId> sentIds(LocalDate start, LocalDate end) {
        Answer answer =
                Answer.of(SENT_IDS, api.call(SENT_IDS).path("start", day(start)).path("end", day(end)));
        return answer.values(id -> Ids.of(id).map(LetterId::of).orElseThrow(() -> answer.failure("not a list of ids")));
    }

    /**
     * Returns the totals of a letter; their shape is not documented.
     *
     * @throws io.mostik.core.DecodingException if the answer is a text, which no totals are
     */
    public Json summary(LetterId letter) {
        return Answer.of(SUMMARY, api.call(SUMMARY).path("letter", letter)).data();
    }

    /**
     * Returns the events of a letter; what each of them holds is not documented.
     *
     * @throws io.mostik.core.DecodingException if one of them is no object
     */
    public List<Json> log(LetterId letter) {
        return Answer.of(LOG, api.call(LOG).path("letter", letter)).rows();
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
