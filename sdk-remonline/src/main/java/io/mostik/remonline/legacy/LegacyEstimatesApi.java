package io.mostik.remonline.legacy;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.UntypedObject;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.Acknowledged;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.internal.Rows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Estimates of version 1.0, which has no way to make them: they are listed, and lines are added. Obtained from {@code
 * RemOnlineLegacy.estimates()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class LegacyEstimatesApi {

    private static final Endpoint<PageV1<LegacyEstimate>> LIST = Endpoint.read(
            "legacy.estimates.list", "GET", "/estimate/", JsonType.envelope(PageV1.class, LegacyEstimate.class));
    private static final Endpoint<Rows<LegacyStatus>> STATUSES = Endpoint.read(
            "legacy.estimates.statuses",
            "GET",
            "/estimate/statuses/",
            JsonType.envelope(Rows.class, LegacyStatus.class));
    private static final Endpoint<Rows<UntypedObject>> ITEMS = Endpoint.read(
            "legacy.estimates.items",
            "GET",
            "/estimate/{id}/items",
            JsonType.envelope(Rows.class, UntypedObject.class));
    // No key makes a write idempotent here: sent twice, the lines would be there twice.
    private static final Endpoint<Acknowledged> ADD_ITEMS =
            Endpoint.once("legacy.estimates.addItems", "POST", "/estimate/{id}/items", Acknowledged.class);

    private static final FilterCheck<LegacyEstimate> CHECK = new FilterCheck<>(
            "legacy.estimates.list",
            () -> Map.of(
                    "ids",
                    row -> Optional.of(row.id()),
                    "branches",
                    estimate -> FilterCheck.boxed(estimate.branchId()),
                    "created_at",
                    LegacyEstimate::createdAt,
                    "modified_at",
                    LegacyEstimate::modifiedAt));

    private final ApiClient api;

    LegacyEstimatesApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns the estimates that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<LegacyEstimate> list(LegacyEstimateQuery query) {
        return ListsV1.paged(() -> api.call(LIST), query, LegacyEstimate::id, CHECK);
    }

    /**
     * Returns one page of the estimates changed in a range, in no order that is documented: {@code LegacyFeeds} walks the
     * pages without loss. That rows tell when they were changed is inferred from orders.
     *
     * @param range its ends included, to the millisecond
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<LegacyEstimate> changed(TimeRange range, int page) {
        LegacyEstimateQuery query =
                LegacyEstimateQuery.builder().modifiedAt(range).build();
        return DatedRows.before(
                api.call(LIST), ListsV1.written(query), page, "legacy.estimates.list", LegacyEstimate::modifiedAt);
    }

    /** Returns the statuses of this account. */
    public List<LegacyStatus> statuses() {
        return api.call(STATUSES).send().list();
    }

    /**
     * Returns the lines; their shape is not documented.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<Json> items(long id) {
        return api.call(ITEMS).path("id", id).send().list().stream()
                .map(UntypedObject::json)
                .toList();
    }

    /**
     * Adds lines. Never done twice: after a failure with {@code UNKNOWN}, read the lines before trying again.
     *
     * @throws IllegalArgumentException if there are none
     */
    public void addItems(long id, List<NewLegacyEstimateItem> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items must name at least one");
        }
        api.call(ADD_ITEMS).path("id", id).json(Map.of("items", items)).send();
    }
}
