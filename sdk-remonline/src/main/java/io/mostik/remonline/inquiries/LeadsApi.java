package io.mostik.remonline.inquiries;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
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
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.orders.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Leads, which version 2 calls inquiries. Only in the generation before version 2, which the vendor announced to end
 * on 2026-09-01; the client sends these calls there by itself. Obtained from {@code RemOnline.leads()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class LeadsApi {

    private static final Endpoint<PageV1<Inquiry>> LIST =
            Endpoint.read("leads.list", "GET", "/lead/", JsonType.envelope(PageV1.class, Inquiry.class));
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE = Endpoint.once("leads.create", "POST", "/lead/", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<Acknowledged> UPDATE =
            Endpoint.once("leads.update", "PUT", "/lead/", Acknowledged.class);
    private static final Endpoint<Acknowledged> SET_STATUS =
            Endpoint.once("leads.setStatus", "POST", "/lead/status/", Acknowledged.class);
    private static final Endpoint<Acknowledged> COMMENT =
            Endpoint.once("leads.comment", "POST", "/lead/{id}/comments", Acknowledged.class);
    private static final Endpoint<Rows<Named>> TYPES =
            Endpoint.read("leads.types", "GET", "/lead/types/", JsonType.envelope(Rows.class, Named.class));
    private static final Endpoint<Rows<OrderStatus>> STATUSES =
            Endpoint.read("leads.statuses", "GET", "/statuses/leads", JsonType.envelope(Rows.class, OrderStatus.class));
    private static final Endpoint<Rows<CustomField>> CUSTOM_FIELDS = Endpoint.read(
            "leads.customFields", "GET", "/lead/custom-fields/", JsonType.envelope(Rows.class, CustomField.class));

    // In the token generation the path has another end.
    private static final Endpoint<Rows<OrderStatus>> TOKEN_STATUSES = Endpoint.read(
            "leads.tokenStatuses", "GET", "/statuses/leads/", JsonType.envelope(Rows.class, OrderStatus.class));

    private static final FilterCheck<Inquiry> CHECK = new FilterCheck<>(
            "leads.list",
            () -> Map.of(
                    "ids", row -> Optional.of(row.id()),
                    "created_at", Inquiry::createdAt,
                    "modified_at", Inquiry::modifiedAt));

    private final ApiClient api;
    private final CustomFieldStyle ownFields;
    private final Endpoint<Rows<OrderStatus>> statuses;

    LeadsApi(ApiClient api, CustomFieldStyle ownFields, boolean tokenGeneration) {
        this(api, ownFields, tokenGeneration ? TOKEN_STATUSES : STATUSES);
    }

    private LeadsApi(ApiClient api, CustomFieldStyle ownFields, Endpoint<Rows<OrderStatus>> statuses) {
        this.api = Objects.requireNonNull(api, "api");
        this.ownFields = Objects.requireNonNull(ownFields, "ownFields");
        this.statuses = statuses;
    }

    /**
     * Returns the leads that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Inquiry> list(LeadQuery query) {
        return ListsV1.paged(() -> api.call(LIST), query, Inquiry::id, CHECK);
    }

    /**
     * Returns one page of the leads changed in a range, in no order that is documented: {@code RemOnlineFeeds} walks the
     * pages without loss.
     *
     * @param range its ends included, to the millisecond
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<Inquiry> changed(TimeRange range, int page) {
        LeadQuery query = LeadQuery.builder().modifiedAt(range).build();
        return DatedRows.before(api.call(LIST), ListsV1.written(query), page, "leads.list", Inquiry::modifiedAt);
    }

    /** Makes one. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewLead lead) {
        return api.call(CREATE).json(ownFields.write(lead)).send();
    }

    /** Changes one. Never done twice: somebody may have changed it meanwhile. */
    public void update(LeadUpdate changes) {
        api.call(UPDATE).json(ownFields.write(changes)).send();
    }

    /** Moves one to another status. Never done twice: after a failure with {@code UNKNOWN}, read it to see. */
    public void setStatus(long id, long statusId) {
        api.call(SET_STATUS).json(Map.of("lead_id", id, "status_id", statusId)).send();
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

    /** Returns the types of this account. */
    public List<Named> types() {
        return api.call(TYPES).send().list();
    }

    /** Returns the statuses of this account. */
    public List<OrderStatus> statuses() {
        return api.call(statuses).send().list();
    }

    /** Returns the fields that the account has added to leads of a type. */
    public List<CustomField> customFields(long leadTypeId) {
        return api.call(CUSTOM_FIELDS).query("leadtype_id", leadTypeId).send().list();
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the leads made since, with the
     * phone if one was sent. Nothing found means that none was made, as far as the key can see; several are for a
     * person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<Inquiry> reconcileCreate(NewLead lead, Instant since) {
        LeadQuery.Builder query = LeadQuery.builder().createdSince(Candidates.from(since));
        lead.contactPhone().ifPresent(query::addClientPhones);
        return whole().list(query.build()).toList();
    }

    /** A row left out would look like one that was never made. */
    private LeadsApi whole() {
        return new LeadsApi(api.withoutSkipping(), ownFields, statuses);
    }
}
