package io.mostik.remonline.legacy;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.Acknowledged;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.internal.SingleResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Clients of version 1.0: people and organisations in one. Obtained from {@code RemOnlineLegacy.clients()}.
 * Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class LegacyClientsApi {

    private static final Endpoint<PageV1<LegacyClient>> LIST = Endpoint.read(
            "legacy.clients.list", "GET", "/clients/", JsonType.envelope(PageV1.class, LegacyClient.class));
    private static final Endpoint<SingleResult<LegacyClient>> GET = Endpoint.read(
            "legacy.clients.get", "GET", "/clients/{id}", JsonType.envelope(SingleResult.class, LegacyClient.class));
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE =
            Endpoint.once("legacy.clients.create", "POST", "/clients/", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<Acknowledged> UPDATE =
            Endpoint.once("legacy.clients.update", "PUT", "/clients/", Acknowledged.class);
    // Cannot be undone.
    private static final Endpoint<Acknowledged> MERGE =
            Endpoint.once("legacy.clients.merge", "POST", "/clients/merge", Acknowledged.class);
    private static final Endpoint<Acknowledged> COMMENT =
            Endpoint.once("legacy.clients.comment", "POST", "/clients/{id}/comments", Acknowledged.class);
    private static final Endpoint<Rows<CustomField>> CUSTOM_FIELDS = Endpoint.read(
            "legacy.clients.customFields",
            "GET",
            "/clients/custom-fields/",
            JsonType.envelope(Rows.class, CustomField.class));

    private static final FilterCheck<LegacyClient> CHECK = new FilterCheck<>(
            "legacy.clients.list",
            () -> Map.of(
                    "ids", row -> Optional.of(row.id()),
                    "created_at", LegacyClient::createdAt,
                    "modified_at", LegacyClient::modifiedAt));

    private final ApiClient api;
    private final CustomFieldStyle ownFields;

    LegacyClientsApi(ApiClient api, CustomFieldStyle ownFields) {
        this.api = Objects.requireNonNull(api, "api");
        this.ownFields = Objects.requireNonNull(ownFields, "ownFields");
    }

    /**
     * Returns one client.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public LegacyClient get(long id) {
        return api.call(GET).path("id", id).send().value();
    }

    /**
     * Returns the clients that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<LegacyClient> list(LegacyClientQuery query) {
        return ListsV1.paged(() -> api.call(LIST), query, LegacyClient::id, CHECK);
    }

    /**
     * Returns one page of the clients changed in a range, in no order that is documented: {@code LegacyFeeds} walks the
     * pages without loss.
     *
     * @param range its ends included, to the millisecond
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<LegacyClient> changed(TimeRange range, int page) {
        LegacyClientQuery query = LegacyClientQuery.builder().modifiedAt(range).build();
        return DatedRows.before(
                api.call(LIST), ListsV1.written(query), page, "legacy.clients.list", LegacyClient::modifiedAt);
    }

    /** Makes one. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewLegacyClient client) {
        return api.call(CREATE).json(ownFields.write(client)).send();
    }

    /** Changes one. Never done twice: somebody may have changed it meanwhile. */
    public void update(LegacyClientUpdate changes) {
        api.call(UPDATE).json(ownFields.write(changes)).send();
    }

    /**
     * Merges others into one. Never done twice: after a failure with {@code UNKNOWN}, look before trying again.
     *
     * @param ids of those that go
     * @throws IllegalArgumentException if there are none
     */
    public void merge(long id, List<Long> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("ids must name at least one");
        }
        api.call(MERGE).json(Map.of("source", ids, "target", id)).send();
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

    /** Returns the fields that the account has added to clients. */
    public List<CustomField> customFields() {
        return api.call(CUSTOM_FIELDS).send().list();
    }

    /** Returns the fields that the account has added to people, or to organisations. */
    public List<CustomField> customFields(boolean juridical) {
        return api.call(CUSTOM_FIELDS).query("juridical", juridical).send().list();
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the clients made since with
     * one of the phones, or by name if none was sent. Nothing found means that nobody was made; several are for a
     * person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     * @throws IllegalArgumentException if the client was sent without phone and name: nothing tells it from others
     */
    public List<LegacyClient> reconcileCreate(NewLegacyClient client, Instant since) {
        LegacyClientQuery.Builder query = LegacyClientQuery.builder().createdSince(Candidates.from(since));
        query.addAllPhones(client.phone());
        if (client.phone().isEmpty()) {
            query.addNames(client.firstName()
                    .or(client::lastName)
                    .orElseThrow(() -> new IllegalArgumentException("client has neither phone nor name")));
        }
        return whole().list(query.build()).toList();
    }

    /** A row left out would look like one that was never made. */
    private LegacyClientsApi whole() {
        return new LegacyClientsApi(api.withoutSkipping(), ownFields);
    }
}
