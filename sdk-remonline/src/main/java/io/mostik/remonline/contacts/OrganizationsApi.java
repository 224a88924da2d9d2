package io.mostik.remonline.contacts;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.Filters;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import io.mostik.remonline.internal.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Organisations. Obtained from {@code RemOnline.organizations()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class OrganizationsApi {

    private static final Endpoint<PageV2<Organization>> LIST = Endpoint.read(
            "organizations.list",
            "GET",
            "/contacts/organizations",
            JsonType.envelope(PageV2.class, Organization.class));
    private static final Endpoint<Organization> GET =
            Endpoint.read("organizations.get", "GET", "/contacts/organizations/{id}", Organization.class);
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE =
            Endpoint.once("organizations.create", "POST", "/contacts/organizations", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<NoAnswer> UPDATE =
            Endpoint.once("organizations.update", "PATCH", "/contacts/organizations/{id}");
    // The second time would report "not found" for what has been done.
    private static final Endpoint<NoAnswer> DELETE =
            Endpoint.once("organizations.delete", "DELETE", "/contacts/organizations/{id}");
    private static final Endpoint<Rows<Person>> PEOPLE = Endpoint.read(
            "organizations.people",
            "GET",
            "/contacts/organizations/{id}/people",
            JsonType.envelope(Rows.class, Person.class));
    private static final Endpoint<NoAnswer> LINK =
            Endpoint.once("organizations.link", "POST", "/contacts/organizations/{id}/people/{person}");
    private static final Endpoint<NoAnswer> UNLINK =
            Endpoint.once("organizations.unlink", "DELETE", "/contacts/organizations/{id}/people/{person}");
    private static final Endpoint<NoAnswer> COMMENT =
            Endpoint.once("organizations.comment", "POST", "/contacts/organizations/{id}/comments");
    // Cannot be undone.
    private static final Endpoint<NoAnswer> MERGE =
            Endpoint.once("organizations.merge", "POST", "/contacts/organizations/{id}/merge");

    private static final FilterCheck<Organization> CHECK = new FilterCheck<>(
            "organizations.list",
            () -> Map.of("created_at", Organization::createdAt, "modified_at", Organization::modifiedAt));

    private final ApiClient api;
    private final ListStyle lists;

    OrganizationsApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /**
     * Returns one organisation.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Organization get(long id) {
        return api.call(GET).path("id", id).send();
    }

    /**
     * Returns the organisations that a query finds, 50 a page; nothing is sent until they are walked. An empty
     * list can mean that the key may not see the location. Rows that move between pages meanwhile come once.
     */
    public Paged<Organization> list(ContactQuery query) {
        return Filters.paged(
                lists.filters(query),
                Organization::id,
                (filters, page) -> CHECK.checked(
                        filters,
                        api.call(LIST)
                                .query("page", page)
                                .queries(filters)
                                .send()
                                .toPage(page)));
    }

    /** Makes one. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewOrganization contact) {
        return api.call(CREATE).json(contact).send();
    }

    /**
     * Changes one. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void update(long id, OrganizationUpdate changes) {
        api.call(UPDATE).path("id", id).json(changes).send();
    }

    /**
     * Removes one. Documented for the generation before, live in version 2. Never done twice: after a failure with
     * {@code UNKNOWN}, look before trying again.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void delete(long id) {
        api.call(DELETE).path("id", id).send();
    }

    /**
     * Returns the people of one organisation.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<Person> people(long id) {
        return api.call(PEOPLE).path("id", id).send().list();
    }

    /**
     * Makes a person one of an organisation. Experimental: seen in one client only. Never done twice: after a
     * failure with {@code UNKNOWN}, look before trying again.
     */
    public void link(long id, long personId) {
        api.call(LINK).path("id", id).path("person", personId).send();
    }

    /**
     * Takes a person out of an organisation. Experimental: seen in one client only. Never done twice: after a
     * failure with {@code UNKNOWN}, look before trying again.
     */
    public void unlink(long id, long personId) {
        api.call(UNLINK).path("id", id).path("person", personId).send();
    }

    /**
     * Adds a comment. Experimental: inferred from people. Never done twice: after a failure with {@code UNKNOWN},
     * look before trying again.
     *
     * @param isPrivate whether clients may not see it
     */
    public void comment(long id, String text, boolean isPrivate) {
        api.call(COMMENT)
                .path("id", id)
                .json(Map.of("comment", text, "is_private", isPrivate))
                .send();
    }

    /**
     * Merges others into one. Never done twice: after a failure with {@code UNKNOWN}, look before trying again.
     * Experimental: inferred from people.
     *
     * @param ids of those that go
     * @throws IllegalArgumentException if there are none
     */
    public void merge(long id, List<Long> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("ids must name at least one");
        }
        api.call(MERGE).path("id", id).json(Map.of("ids", ids)).send();
    }

    /**
     * Returns one page of the organisations changed in a range. The filter is documented; that {@code sort} takes
     * {@code modified_at} is inferred from orders and people, so they may come in another order: {@code RemOnlineFeeds}
     * walks the pages without loss either way.
     *
     * @param range its ends included, to the second
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<Organization> changed(TimeRange range, int page) {
        return DatedRows.of(
                api.call(LIST).query("page", page).queries(lists.changedIn(range)),
                page,
                "organizations.list",
                Organization::modifiedAt);
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the organisations made since
     * under the name. Nothing found means that none was made; several are for a person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<Organization> reconcileCreate(NewOrganization contact, Instant since) {
        ContactQuery query = ContactQuery.builder()
                .addNames(contact.name())
                .createdSince(Candidates.from(since))
                .build();
        return Candidates.of(
                whole().list(query).toList(),
                found -> found.name().filter(contact.name()::equals).isPresent());
    }

    /** A row left out would look like one that was never made. */
    private OrganizationsApi whole() {
        return new OrganizationsApi(api.withoutSkipping(), lists);
    }
}
