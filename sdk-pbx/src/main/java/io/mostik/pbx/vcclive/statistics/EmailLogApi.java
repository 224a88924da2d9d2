package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.internal.VccFormats;
import io.mostik.pbx.vcclive.internal.VccPage;
import java.util.Objects;

/**
 * The log of e-mails. Obtained from {@code VccLive.emailLog()}. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/database-api/statistics/get-email-log">the vendor's reference</a>
 */
public final class EmailLogApi {

    private static final int PAGE = 500;
    private static final String MONTH = "/projects/{projectId}/emails/{year}/{month}";
    private static final JsonType<VccPage<EmailEntry>> ROWS = JsonType.envelope(VccPage.class, EmailEntry.class);
    private static final Endpoint<VccPage<EmailEntry>> LIST_MONTH = Endpoint.read("emails.list", "GET", MONTH, ROWS);
    private static final Endpoint<VccPage<EmailEntry>> LIST_DAY =
            Endpoint.read("emails.list", "GET", MONTH + "/{day}", ROWS);

    private final ApiClient api;

    EmailLogApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns the e-mails of a month or a day, page by page; nothing is sent until they are walked.
     *
     * @see <a href="https://vcc.live/developers/database-api/statistics/get-email-log">the vendor's page</a>
     */
    public Paged<EmailEntry> list(EmailQuery query) {
        return Paged.numbered(
                0,
                start -> listing(query)
                        .path("projectId", query.projectId())
                        .path("year", VccFormats.year(query.month()))
                        .path("month", VccFormats.month(query.month()))
                        .query("start", start)
                        .query("num", PAGE)
                        .query("direction", query.order())
                        .send()
                        .response()
                        .toPage(start));
    }

    private Call<VccPage<EmailEntry>> listing(EmailQuery query) {
        return query.day().isPresent()
                ? api.call(LIST_DAY)
                        .path("day", VccFormats.twoDigits(query.day().getAsInt()))
                : api.call(LIST_MONTH);
    }
}
