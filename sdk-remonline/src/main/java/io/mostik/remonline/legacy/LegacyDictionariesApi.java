package io.mostik.remonline.legacy;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.UntypedObject;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.company.Employee;
import io.mostik.remonline.company.Location;
import io.mostik.remonline.internal.Rows;
import java.util.List;
import java.util.Objects;

/**
 * The company and its dictionaries in version 1.0. Obtained from {@code RemOnlineLegacy.dictionaries()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class LegacyDictionariesApi {

    private static final Endpoint<UntypedObject> COMPANY =
            Endpoint.read("legacy.dictionaries.company", "GET", "/settings/company", UntypedObject.class);
    private static final Endpoint<Rows<Location>> LOCATIONS = Endpoint.read(
            "legacy.dictionaries.locations", "GET", "/branches/", JsonType.envelope(Rows.class, Location.class));
    private static final Endpoint<Rows<Employee>> EMPLOYEES = Endpoint.read(
            "legacy.dictionaries.employees", "GET", "/employees/", JsonType.envelope(Rows.class, Employee.class));
    private static final Endpoint<Rows<Named>> BOOKS = Endpoint.read(
            "legacy.dictionaries.books", "GET", "/book/list/", JsonType.envelope(Rows.class, Named.class));
    private static final Endpoint<Rows<Named>> BOOK_ITEMS = Endpoint.read(
            "legacy.dictionaries.bookItems", "GET", "/book-item/list/{id}", JsonType.envelope(Rows.class, Named.class));
    private static final Endpoint<Rows<ServiceOperation>> SERVICE_OPERATIONS = Endpoint.read(
            "legacy.dictionaries.serviceOperations",
            "GET",
            "/books/service-operations/",
            JsonType.envelope(Rows.class, ServiceOperation.class));

    private final ApiClient api;

    LegacyDictionariesApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns the settings of the company, of which only the time zone is documented. */
    public Json company() {
        return api.call(COMPANY).send().json();
    }

    /** Returns the locations that the key may see. */
    public List<Location> locations() {
        return api.call(LOCATIONS).send().list();
    }

    /** Returns the employees. */
    public List<Employee> employees() {
        return api.call(EMPLOYEES).send().list();
    }

    /** Returns the account's own directories. */
    public List<Named> books() {
        return api.call(BOOKS).send().list();
    }

    /**
     * Returns the entries of a directory.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<Named> bookItems(long id) {
        return api.call(BOOK_ITEMS).path("id", id).send().list();
    }

    /** Returns the old list of services; see {@code RemOnlineLegacy.goods()} for the present one. */
    public List<ServiceOperation> serviceOperations() {
        return api.call(SERVICE_OPERATIONS).send().list();
    }
}
