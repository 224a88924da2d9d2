package io.mostik.remonline.inquiries;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.OldLists;
import io.mostik.remonline.internal.OldPage;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.orders.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Leads, which version 2 calls inquiries. Only in the generation before version 2, which the vendor announced to end
 * on 2026-09-01; the client sends these calls there by itself. Obtained from {@code RemOnline.leads()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class LeadsApi {

    private static final Endpoint<OldPage<Inquiry>> LIST =
            Endpoint.read("leads.list", "GET", "/lead/", JsonType.envelope(OldPage.class, Inquiry.class));
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE = Endpoint.once("leads.create", "POST", "/lead/", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<NoAnswer> UPDATE = Endpoint.once("leads.update", "PUT", "/lead/");
    private static final Endpoint<NoAnswer> SET_STATUS = Endpoint.once("leads.setStatus", "POST", "/lead/status/");
    private static final Endpoint<NoAnswer> COMMENT = Endpoint.once("leads.comment", "POST", "/lead/{id}/comments");
    private static final Endpoint<Rows<Named>> TYPES =
            Endpoint.read("leads.types", "GET", "/lead/types/", JsonType.envelope(Rows.class, Named.class));
    private static final Endpoint<Rows<OrderStatus>> STATUSES =
            Endpoint.read("leads.statuses", "GET", "/statuses/leads", JsonType.envelope(Rows.class, OrderStatus.class));
    private static final Endpoint<Rows<CustomField>> CUSTOM_FIELDS = Endpoint.read(
            "leads.customFields", "GET", "/lead/custom-fields/", JsonType.envelope(Rows.class, CustomField.class));

    private static final Endpoint<Rows<OrderStatus>> TOKEN_STATUSES = Endpoint.read(
            "leads.tokenStatuses", "GET", "/statuses/leads/", JsonType.envelope(Rows.class, OrderStatus.class));

    private final ApiClient api;
    private final Endpoint<Rows<OrderStatus>> statuses;

    private LeadsApi(ApiClient api, Endpoint<Rows<OrderStatus>> statuses) {
        this.api = Objects.requireNonNull(api, "api");
        this.statuses = statuses;
    }

    /** Creates the API over an engine; use {@code RemOnline.leads()}. */
    public LeadsApi(ApiClient api) {
        this(api, STATUSES);
    }

    /** Creates the API of the token generation, where one path has another end; use {@code RemOnlineLegacy.leads()}. */
    public static LeadsApi ofTokenGeneration(ApiClient api) {
        return new LeadsApi(api, TOKEN_STATUSES);
    }

    /**
     * Returns the leads that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Inquiry> list(LeadQuery query) {
        return OldLists.paged(() -> api.call(LIST), query, Inquiry::id);
    }

    /** Makes one. Never sent twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewLead lead) {
        return api.call(CREATE).json(lead).send();
    }

    /** Changes one. Never sent twice: somebody may have changed it meanwhile. */
    public void update(LeadUpdate changes) {
        api.call(UPDATE).json(changes).send();
    }

    /** Moves one to another status. Never sent twice: after a failure with {@code UNKNOWN}, read it to see. */
    public void setStatus(long id, long statusId) {
        api.call(SET_STATUS).json(Map.of("lead_id", id, "status_id", statusId)).send();
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
     * Looks for what came of a {@code create} whose outcome is {@code UNKNOWN}: the leads made since, with the phone if one
     * was sent. Nothing found means that none was made, as far as the key can see; several are for a person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<Inquiry> reconcileCreate(NewLead lead, Instant since) {
        LeadQuery.Builder query = LeadQuery.builder().addCreatedAt(Candidates.from(since));
        lead.contactPhone().ifPresent(query::addClientPhones);
        return list(query.build()).toList();
    }
}
