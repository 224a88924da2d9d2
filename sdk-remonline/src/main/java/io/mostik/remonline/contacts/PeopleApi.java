package io.mostik.remonline.contacts;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.Filters;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import io.mostik.remonline.internal.Rows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * People. Obtained from {@code RemOnline.people()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class PeopleApi {

    private static final Endpoint<PageV2<Person>> LIST =
            Endpoint.read("people.list", "GET", "/contacts/people", JsonType.envelope(PageV2.class, Person.class));
    private static final Endpoint<Person> GET =
            Endpoint.read("people.get", "GET", "/contacts/people/{id}", Person.class);
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE =
            Endpoint.once("people.create", "POST", "/contacts/people", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<NoAnswer> UPDATE = Endpoint.once("people.update", "PATCH", "/contacts/people/{id}");
    // The second time would report "not found" for what has been done.
    private static final Endpoint<NoAnswer> DELETE = Endpoint.once("people.delete", "DELETE", "/contacts/people/{id}");
    private static final Endpoint<Rows<Organization>> ORGANIZATIONS = Endpoint.read(
            "people.organizations",
            "GET",
            "/contacts/people/{id}/organizations",
            JsonType.envelope(Rows.class, Organization.class));
    private static final Endpoint<NoAnswer> COMMENT =
            Endpoint.once("people.comment", "POST", "/contacts/people/{id}/comments");
    // Cannot be undone.
    private static final Endpoint<NoAnswer> MERGE =
            Endpoint.once("people.merge", "POST", "/contacts/people/{id}/merge");
    private static final Endpoint<Rows<CustomField>> CUSTOM_FIELDS = Endpoint.read(
            "people.customFields",
            "GET",
            "/contacts/people/custom-fields",
            JsonType.envelope(Rows.class, CustomField.class));

    private static final FilterCheck<Person> CHECK = new FilterCheck<>(
            "people.list", () -> Map.of("created_at", Person::createdAt, "modified_at", Person::modifiedAt));

    private final ApiClient api;
    private final ListStyle lists;

    PeopleApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /**
     * Returns one person.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Person get(long id) {
        return api.call(GET).path("id", id).send();
    }

    /**
     * Returns the people that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location. Rows that move between pages meanwhile come once.
     */
    public Paged<Person> list(ContactQuery query) {
        return Filters.paged(
                lists.filters(query),
                Person::id,
                (filters, page) -> CHECK.checked(
                        filters,
                        api.call(LIST)
                                .query("page", page)
                                .queries(filters)
                                .send()
                                .toPage(page)),
                PeopleApi::sorts);
    }

    /** Makes one. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewPerson contact) {
        return api.call(CREATE).json(contact).send();
    }

    /**
     * Changes one. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void update(long id, PersonUpdate changes) {
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
     * Returns the organisations of one person.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<Organization> organizations(long id) {
        return api.call(ORGANIZATIONS).path("id", id).send().list();
    }

    /**
     * Adds a comment. Never done twice: after a failure with {@code UNKNOWN}, look before trying again.
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
     * The body comes from a client, not from the reference.
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

    /** Returns the fields that the account has added to people. */
    public List<CustomField> customFields() {
        return api.call(CUSTOM_FIELDS).send().list();
    }

    /**
     * Returns one page of the people changed in a range, in the order of their last change. Rows move between
     * pages when they change meanwhile: {@code RemOnlineFeeds} walks them without loss.
     *
     * @param range its ends included, to the second
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<Person> changed(TimeRange range, int page) {
        return DatedRows.of(
                api.call(LIST).query("page", page).queries(lists.changedIn(range)),
                page,
                "people.list",
                Person::modifiedAt);
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the people made since with one
     * of the phones, or by first name if none was sent; or only those with the same name, if there are any. Nothing
     * found means that nobody was made; several are for a person to judge.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<Person> reconcileCreate(NewPerson contact, Instant since) {
        ContactQuery.Builder query = ContactQuery.builder().createdSince(Candidates.from(since));
        contact.phones().forEach(phone -> query.addPhones(phone.phone()));
        if (contact.phones().isEmpty()) {
            query.addNames(contact.firstName());
        }
        return Candidates.of(
                whole().list(query.build()).toList(),
                found -> found.firstName().filter(contact.firstName()::equals).isPresent()
                        && Candidates.kept(contact.lastName(), found.lastName()));
    }

    /** A row left out would look like one that was never made. */
    private PeopleApi whole() {
        return new PeopleApi(api.withoutSkipping(), lists);
    }

    private static Map<String, Comparator<Person>> sorts() {
        return Map.of(
                "id", Comparator.comparingLong(Person::id),
                "modified_at", Filters.by(Person::modifiedAt));
    }
}
