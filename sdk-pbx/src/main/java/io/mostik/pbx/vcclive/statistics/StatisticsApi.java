package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.internal.VccAnswer;
import io.mostik.pbx.vcclive.internal.VccFormats;
import io.mostik.pbx.vcclive.internal.VccList;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/**
 * Statistics, as rows or as a table in text. Days are the account's. Obtained from {@code VccLive.statistics()}.
 * Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/database-api/statistics/get-inbound-statistics">the vendor's reference</a>
 */
public final class StatisticsApi {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String INBOUND_PATH = "/statistics/inbound";
    private static final String USER_BASED_PATH = "/statistics/userbased";
    private static final String USER_STATE_PATH = "/statistics/userstate";
    private static final JsonType<VccList<Json>> ROWS = JsonType.envelope(VccList.class, Json.class);
    private static final JsonType<VccAnswer<String>> TABLE = JsonType.envelope(VccAnswer.class, String.class);

    private static final Endpoint<VccList<Json>> INBOUND =
            Endpoint.read("statistics.inbound", "GET", INBOUND_PATH, ROWS);
    private static final Endpoint<VccAnswer<String>> INBOUND_TABLE =
            Endpoint.read("statistics.inboundTable", "GET", INBOUND_PATH, TABLE);
    private static final Endpoint<VccList<Json>> USER_BASED =
            Endpoint.read("statistics.userBased", "GET", USER_BASED_PATH, ROWS);
    private static final Endpoint<VccAnswer<String>> USER_BASED_TABLE =
            Endpoint.read("statistics.userBasedTable", "GET", USER_BASED_PATH, TABLE);
    private static final Endpoint<VccList<UserState>> USER_STATES = Endpoint.read(
            "statistics.userStates", "GET", USER_STATE_PATH, JsonType.envelope(VccList.class, UserState.class));
    private static final Endpoint<VccAnswer<String>> USER_STATES_TABLE =
            Endpoint.read("statistics.userStatesTable", "GET", USER_STATE_PATH, TABLE);

    private final ApiClient api;

    StatisticsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns statistics of inbound calls: rows of figures by name.
     *
     * @see <a href="https://vcc.live/developers/database-api/statistics/get-inbound-statistics">the vendor's page</a>
     */
    public List<Json> inbound(InboundQuery query) {
        return filled(INBOUND, query).send().response();
    }

    /**
     * Returns statistics of inbound calls as a table.
     *
     * @see <a href="https://vcc.live/developers/database-api/statistics/get-inbound-statistics">the vendor's page</a>
     */
    public String inbound(InboundQuery query, TableFormat format) {
        return filled(INBOUND_TABLE, query).query("of", format).send().response();
    }

    /**
     * Returns statistics of users: rows of figures by name.
     *
     * @see <a href="https://vcc.live/developers/database-api/statistics/user-based">the vendor's page</a>
     */
    public List<Json> userBased(UserBasedQuery query) {
        return filled(USER_BASED, query).send().response();
    }

    /**
     * Returns statistics of users as a table.
     *
     * @see <a href="https://vcc.live/developers/database-api/statistics/user-based">the vendor's page</a>
     */
    public String userBased(UserBasedQuery query, TableFormat format) {
        return filled(USER_BASED_TABLE, query).query("of", format).send().response();
    }

    /**
     * Returns the changes of state, {@value UserStatePages#PAGE} a page; nothing is sent until they are walked. The
     * vendor answers with an error beyond the last row: one that refuses a later page counts as the end.
     *
     * @see <a href="https://vcc.live/developers/database-api/statistics/user-state-log">the vendor's page</a>
     */
    public Paged<UserState> userStates(UserStateQuery query) {
        return Paged.numbered(
                0,
                start -> UserStatePages.page(
                        start,
                        () -> filled(USER_STATES, query)
                                .query("start", start)
                                .query("num", UserStatePages.PAGE)
                                .query("direction", query.order())
                                .send()
                                .response()));
    }

    /**
     * Returns the changes of state as a table: at most 100 000 rows, as many as the server gives at a time.
     *
     * @see <a href="https://vcc.live/developers/database-api/statistics/user-state-log">the vendor's page</a>
     */
    public String userStates(UserStateQuery query, TableFormat format) {
        return filled(USER_STATES_TABLE, query)
                .query("direction", query.order())
                .query("of", format)
                .send()
                .response();
    }

    private <T> Call<T> filled(Endpoint<T> endpoint, InboundQuery query) {
        return api.call(endpoint)
                .query("from", DAY.format(query.firstDay()))
                .query("to", DAY.format(query.lastDay()))
                .query("dimensions", dimensions(query.dimensions()))
                .query("projects", VccFormats.list(query.projects()))
                .query("teams", VccFormats.list(query.teams()))
                .query("manual_sla", VccFormats.optional(query.slaSeconds()));
    }

    private <T> Call<T> filled(Endpoint<T> endpoint, UserBasedQuery query) {
        return api.call(endpoint)
                .query("from", DAY.format(query.firstDay()))
                .query("to", DAY.format(query.lastDay()))
                .query("dimensions", dimensions(query.dimensions()))
                .query("projects", VccFormats.list(query.projects()))
                .query("users", VccFormats.list(query.users()))
                .query("hide_system_users", query.hideSystemUsers())
                .query("fields", VccFormats.list(query.fields()))
                .query("preset", VccFormats.optional(query.preset()));
    }

    private <T> Call<T> filled(Endpoint<T> endpoint, UserStateQuery query) {
        return api.call(endpoint)
                .query("from", DAY.format(query.firstDay()))
                .query("to", DAY.format(query.lastDay()))
                .query("projects", VccFormats.list(query.projects()))
                .query("users", VccFormats.list(query.users()));
    }

    private static Object dimensions(List<Dimension> dimensions) {
        return VccFormats.list(dimensions.stream().map(Dimension::value).toList());
    }
}
