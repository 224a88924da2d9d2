package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.LongOperation;
import io.mostik.core.NotFoundException;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.internal.VccFormats;
import io.mostik.pbx.vcclive.internal.VccMaybe;
import io.mostik.pbx.vcclive.internal.VccPage;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * Call records. Obtained from {@code VccLive.cdrs()}. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/database-api/statistics/get-cdr-log">the vendor's reference</a>
 */
public final class CdrsApi {

    /** How long all looks of {@link #cdrFor} take. */
    public static final Duration ALL_LOOKS = CdrWait.PAUSE.multipliedBy(CdrWait.LOOKS);

    /** The server gives no more rows at a time, however many are asked for. */
    private static final int PAGE = 500;

    private static final JsonType<VccPage<Cdr>> ROWS = JsonType.envelope(VccPage.class, Cdr.class);
    private static final Endpoint<VccPage<Cdr>> LIST_MONTH =
            Endpoint.read("cdrs.list", "GET", "/cdrs/{year}/{month}", ROWS);
    private static final Endpoint<VccPage<Cdr>> LIST_DAY =
            Endpoint.read("cdrs.list", "GET", "/cdrs/{year}/{month}/{day}", ROWS);
    private static final Endpoint<VccMaybe<Cdr>> GET = Endpoint.read(
            "cdrs.get", "GET", "/cdr/{year}/{month}/{uuid}", JsonType.envelope(VccMaybe.class, Cdr.class));

    private final ApiClient api;

    CdrsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns the call records of a month or a day, 500 a page; nothing is sent until they are walked.
     *
     * @see <a href="https://vcc.live/developers/database-api/statistics/get-cdr-log">the vendor's page</a>
     */
    public Paged<Cdr> list(CdrQuery query) {
        return Paged.numbered(
                0,
                start -> listing(query)
                        .path("year", VccFormats.year(query.month()))
                        .path("month", VccFormats.month(query.month()))
                        .query("projectid", VccFormats.optional(query.projectId()))
                        .query("start", start)
                        .query("num", PAGE)
                        .send()
                        .response()
                        .toPage(start));
    }

    private Call<VccPage<Cdr>> listing(CdrQuery query) {
        return query.day().isPresent()
                ? api.call(LIST_DAY)
                        .path("day", VccFormats.twoDigits(query.day().getAsInt()))
                : api.call(LIST_MONTH);
    }

    /**
     * Returns the record of one call, if it is written already.
     *
     * @param month of the call, in the account's local time
     * @see <a href="https://vcc.live/developers/database-api/statistics/get-cdr-log-for-a-specified-uuid">the vendor's page</a>
     */
    public Optional<Cdr> find(YearMonth month, String uuid) {
        try {
            return api.call(GET)
                    .path("year", VccFormats.year(month))
                    .path("month", VccFormats.month(month))
                    .path("uuid", uuid)
                    .send()
                    .response();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the wait for the record of one call, as the vendor advises: the first look 5 minutes from now, then one
     * every 5 minutes, 20 in all. Wait for {@link #ALL_LOOKS} to have them all. After a restart, begin again
     * with the same month and uuid.
     *
     * @param month of the call, in the account's local time; {@code CallDisposition.callMonth()} tells it
     * @param uuid of the call, as a webhook names it
     */
    public LongOperation<Cdr> cdrFor(YearMonth month, String uuid) {
        CdrWait wait = new CdrWait(api.config().time(), () -> find(month, uuid));
        return LongOperation.of(uuid, CdrWait.PAUSE, CdrWait.PAUSE, api.config().time(), wait::look);
    }
}
