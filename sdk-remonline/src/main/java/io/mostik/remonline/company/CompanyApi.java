package io.mostik.remonline.company;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.common.Tax;
import io.mostik.remonline.internal.PageV2;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.internal.SingleResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The company and its dictionaries. Obtained from {@code RemOnline.company()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class CompanyApi {

    private static final Endpoint<SingleResult<Company>> GET =
            Endpoint.read("company.get", "GET", "/company", JsonType.envelope(SingleResult.class, Company.class));
    private static final Endpoint<PageV2<Location>> LOCATIONS = Endpoint.read(
            "company.locations", "GET", "/company/locations", JsonType.envelope(PageV2.class, Location.class));
    private static final Endpoint<PageV2<Employee>> EMPLOYEES = Endpoint.read(
            "company.employees", "GET", "/company/employees", JsonType.envelope(PageV2.class, Employee.class));
    private static final Endpoint<Rows<Tax>> TAXES =
            Endpoint.read("company.taxes", "GET", "/company/taxes", JsonType.envelope(Rows.class, Tax.class));
    private static final Endpoint<Rows<Named>> LEGAL_ENTITIES = Endpoint.read(
            "company.legalEntities", "GET", "/company/legal-entities", JsonType.envelope(Rows.class, Named.class));
    private static final Endpoint<SingleResult<Named>> LEGAL_ENTITY = Endpoint.read(
            "company.legalEntity",
            "GET",
            "/company/legal-entities/{id}",
            JsonType.envelope(SingleResult.class, Named.class));
    private static final Endpoint<Rows<Named>> DIRECTORIES = Endpoint.read(
            "company.directories", "GET", "/company/directories", JsonType.envelope(Rows.class, Named.class));
    // Known by its title only in version 2, so the generation before is asked.
    private static final Endpoint<Rows<Named>> RESOURCES = Endpoint.read(
            "company.resources", "GET", "/branches/resources/", JsonType.envelope(Rows.class, Named.class));

    private final ApiClient api;
    private final ApiClient unversioned;

    CompanyApi(ApiClient api, ApiClient unversioned) {
        this.api = Objects.requireNonNull(api, "api");
        this.unversioned = Objects.requireNonNull(unversioned, "unversioned");
    }

    /** Returns the company that the key belongs to; the cheapest way to prove a key. */
    public Company get() {
        return api.call(GET).send().value();
    }

    /** Returns the locations that the key may see; nothing is sent until they are walked. */
    public Paged<Location> locations(LocationQuery query) {
        return Paged.numbered(
                        1,
                        page -> api.call(LOCATIONS)
                                .queries(query)
                                .query("page", Optional.of(page).filter(number -> number > 1))
                                .send()
                                .toPage(page))
                .distinctBy(Location::id);
    }

    /** Returns the employees; nothing is sent until they are walked. */
    public Paged<Employee> employees() {
        return Paged.numbered(
                        1,
                        page -> api.call(EMPLOYEES)
                                .query("page", Optional.of(page).filter(number -> number > 1))
                                .send()
                                .toPage(page))
                .distinctBy(Employee::id);
    }

    /** Returns the taxes. */
    public List<Tax> taxes() {
        return api.call(TAXES).send().list();
    }

    /** Returns the legal entities; known from a live client. */
    public List<Named> legalEntities() {
        return api.call(LEGAL_ENTITIES).send().list();
    }

    /** Returns the account's own directories; known from a live client. */
    public List<Named> directories() {
        return api.call(DIRECTORIES).send().list();
    }

    /** Returns the calendar resources of a location, such as rooms. */
    public List<Named> resources(long branchId) {
        return unversioned.call(RESOURCES).query("branch_id", branchId).send().list();
    }

    /**
     * Returns one legal entity. The vendor documents the title of this call only.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Named legalEntity(long id) {
        return api.call(LEGAL_ENTITY).path("id", id).send().value();
    }
}
