package io.mostik.remonline.legacy;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.Acknowledged;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.internal.PublicUrl;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.internal.SingleResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Repair orders of version 1.0, which has no way to change them but their status. Obtained from {@code
 * RemOnlineLegacy.orders()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class LegacyOrdersApi {

    private static final Endpoint<PageV1<LegacyOrder>> LIST =
            Endpoint.read("legacy.orders.list", "GET", "/order/", JsonType.envelope(PageV1.class, LegacyOrder.class));
    private static final Endpoint<SingleResult<LegacyOrder>> GET = Endpoint.read(
            "legacy.orders.get", "GET", "/order/{id}", JsonType.envelope(SingleResult.class, LegacyOrder.class));
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE =
            Endpoint.once("legacy.orders.create", "POST", "/order/", Created.class);
    // Every change of status enters the history and may send messages to the client.
    private static final Endpoint<Acknowledged> SET_STATUS =
            Endpoint.once("legacy.orders.setStatus", "POST", "/order/status/", Acknowledged.class);
    private static final Endpoint<Acknowledged> COMMENT =
            Endpoint.once("legacy.orders.comment", "POST", "/order/{id}/comments", Acknowledged.class);
    private static final Endpoint<Json> PUBLIC_URL =
            Endpoint.read("legacy.orders.publicUrl", "GET", "/order/{id}/public-url", Json.class);
    private static final Endpoint<Rows<Named>> TYPES =
            Endpoint.read("legacy.orders.types", "GET", "/order/types/", JsonType.envelope(Rows.class, Named.class));
    private static final Endpoint<Rows<LegacyStatus>> STATUSES = Endpoint.read(
            "legacy.orders.statuses", "GET", "/statuses/orders/", JsonType.envelope(Rows.class, LegacyStatus.class));
    private static final Endpoint<Rows<CustomField>> CUSTOM_FIELDS = Endpoint.read(
            "legacy.orders.customFields",
            "GET",
            "/order/custom-fields/",
            JsonType.envelope(Rows.class, CustomField.class));

    private static final FilterCheck<LegacyOrder> CHECK = new FilterCheck<>(
            "legacy.orders.list",
            () -> Map.of(
                    "ids", row -> Optional.of(row.id()),
                    "statuses", order -> order.status().map(LegacyStatus::id),
                    "branches", order -> FilterCheck.boxed(order.branchId()),
                    "managers", order -> FilterCheck.boxed(order.managerId()),
                    "engineers", order -> FilterCheck.boxed(order.engineerId()),
                    "created_at", LegacyOrder::createdAt,
                    "modified_at", LegacyOrder::modifiedAt));

    private final ApiClient api;
    private final CustomFieldStyle ownFields;

    LegacyOrdersApi(ApiClient api, CustomFieldStyle ownFields) {
        this.api = Objects.requireNonNull(api, "api");
        this.ownFields = Objects.requireNonNull(ownFields, "ownFields");
    }

    /**
     * Returns one order.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public LegacyOrder get(long id) {
        return api.call(GET).path("id", id).send().value();
    }

    /**
     * Returns the orders that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<LegacyOrder> list(LegacyOrderQuery query) {
        return ListsV1.paged(() -> api.call(LIST), query, LegacyOrder::id, CHECK);
    }

    /**
     * Returns one page of the orders changed in a range, in no order that is documented: {@code LegacyFeeds} walks the
     * pages without loss.
     *
     * @param range its ends included, to the millisecond
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<LegacyOrder> changed(TimeRange range, int page) {
        LegacyOrderQuery query = LegacyOrderQuery.builder().modifiedAt(range).build();
        return DatedRows.before(
                api.call(LIST), ListsV1.written(query), page, "legacy.orders.list", LegacyOrder::modifiedAt);
    }

    /** Makes one. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewLegacyOrder order) {
        return api.call(CREATE).json(ownFields.write(order)).send();
    }

    /** Moves one to another status. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileStatus} tells. */
    public void setStatus(long id, long statusId) {
        api.call(SET_STATUS).json(Map.of("order_id", id, "status_id", statusId)).send();
    }

    /**
     * Adds a comment. Never done twice: after a failure with {@code UNKNOWN}, look before trying again.
     *
     * @param isPrivate whether clients may not see it
     */
    public void comment(long id, String text, boolean isPrivate) {
        api.call(COMMENT)
                .path("id", id)
                .json(Map.of("message", text, "is_private", isPrivate))
                .send();
    }

    /**
     * Returns the link to the page on which the client sees the order; empty if there is none.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Optional<String> publicUrl(long id) {
        return PublicUrl.of(
                "legacy.orders.publicUrl", api.call(PUBLIC_URL).path("id", id).send());
    }

    /** Returns the types of this account. */
    public List<Named> types() {
        return api.call(TYPES).send().list();
    }

    /** Returns the statuses of this account. */
    public List<LegacyStatus> statuses() {
        return api.call(STATUSES).send().list();
    }

    /** Returns the fields that the account has added to orders. */
    public List<CustomField> customFields() {
        return api.call(CUSTOM_FIELDS).send().list();
    }

    /** Returns the fields that the account has added to orders of a type. */
    public List<CustomField> customFields(long orderTypeId) {
        return api.call(CUSTOM_FIELDS).query("ordertype_id", orderTypeId).send().list();
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the orders made since for the
     * client, of the type and at the location; or only those with the same problem text, if there are any. Nothing
     * found means that it was not made, as far as the key can see; several are for a person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<LegacyOrder> reconcileCreate(NewLegacyOrder order, Instant since) {
        LegacyOrderQuery query = LegacyOrderQuery.builder()
                .addClientsIds(order.clientId())
                .addTypes(order.orderType())
                .addBranches(order.branchId())
                .createdSince(Candidates.from(since))
                .build();
        return Candidates.of(
                whole().list(query).toList(), found -> Candidates.kept(order.malfunction(), found.malfunction()));
    }

    /** Returns whether one has this status, as after a {@code setStatus} whose outcome is {@code UNKNOWN}. */
    public boolean reconcileStatus(long id, long statusId) {
        return get(id).status().filter(status -> status.id() == statusId).isPresent();
    }

    /** A row left out would look like one that was never made. */
    private LegacyOrdersApi whole() {
        return new LegacyOrdersApi(api.withoutSkipping(), ownFields);
    }
}
