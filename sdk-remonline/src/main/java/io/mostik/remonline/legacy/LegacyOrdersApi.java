package io.mostik.remonline.legacy;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.OldLists;
import io.mostik.remonline.internal.OldPage;
import io.mostik.remonline.internal.One;
import io.mostik.remonline.internal.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Repair orders of version 1.0, which has no way to change them but their status. Obtained from {@code
 * RemOnline.orders()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class LegacyOrdersApi {

    private static final Endpoint<OldPage<LegacyOrder>> LIST =
            Endpoint.read("legacy.orders.list", "GET", "/order/", JsonType.envelope(OldPage.class, LegacyOrder.class));
    private static final Endpoint<One<LegacyOrder>> GET =
            Endpoint.read("legacy.orders.get", "GET", "/order/{id}", JsonType.envelope(One.class, LegacyOrder.class));
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE =
            Endpoint.once("legacy.orders.create", "POST", "/order/", Created.class);
    // Every change of status enters the history and may send messages to the client.
    private static final Endpoint<NoAnswer> SET_STATUS =
            Endpoint.once("legacy.orders.setStatus", "POST", "/order/status/");
    private static final Endpoint<NoAnswer> COMMENT =
            Endpoint.once("legacy.orders.comment", "POST", "/order/{id}/comments");
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

    private final ApiClient api;

    /** Creates the API over an engine; use {@code RemOnlineLegacy.orders()}. */
    public LegacyOrdersApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns one order.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public LegacyOrder get(long id) {
        return api.call(GET).path("id", id).send().value();
    }

    /**
     * Returns the orders that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<LegacyOrder> list(LegacyOrderQuery query) {
        return OldLists.paged(() -> api.call(LIST), query, LegacyOrder::id);
    }

    /** Makes one. Never sent twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewLegacyOrder order) {
        return api.call(CREATE).json(order).send();
    }

    /** Moves one to another status. Never sent twice: after a failure with {@code UNKNOWN}, {@link #reconcileStatus} tells. */
    public void setStatus(long id, long statusId) {
        api.call(SET_STATUS).json(Map.of("order_id", id, "status_id", statusId)).send();
    }

    /**
     * Adds a comment. Never sent twice: after a failure with {@code UNKNOWN}, look before trying again.
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
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public Optional<String> publicUrl(long id) {
        return api.call(PUBLIC_URL).path("id", id).send().get("url").text();
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
     * Looks for what came of a {@code create} whose outcome is {@code UNKNOWN}: the orders made since for the client, of the
     * type and at the location; those alone that carry the very text of the problem, if there are any. Nothing found means
     * that it was not made, as far as the key can see; several are for a person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<LegacyOrder> reconcileCreate(NewLegacyOrder order, Instant since) {
        LegacyOrderQuery query = LegacyOrderQuery.builder()
                .addClientsIds(order.clientId())
                .addTypes(order.orderType())
                .addBranches(order.branchId())
                .addCreatedAt(Candidates.from(since))
                .build();
        return Candidates.of(list(query).toList(), found -> Candidates.kept(order.malfunction(), found.malfunction()));
    }

    /** Returns whether one stands at a status, as after a {@code setStatus} whose outcome is {@code UNKNOWN}. */
    public boolean reconcileStatus(long id, long statusId) {
        return get(id).status().filter(status -> status.id() == statusId).isPresent();
    }
}
