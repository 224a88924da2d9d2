package io.mostik.remonline.company;

import io.mostik.core.ApiException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.internal.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the key may see. A key has the rights of its employee, and what it may not see is simply missing from lists:
 * this tells an account without orders from a key without rights. Obtained from {@code RemOnline.access()}.
 * Thread-safe.
 */
public final class AccessApi {

    private static final JsonType<Rows<Named>> NAMES = JsonType.envelope(Rows.class, Named.class);
    private static final int HTTP_UNAUTHORIZED = 401;

    private static final Endpoint<Rows<Named>> LOCATIONS =
            Endpoint.read("access.locations", "GET", "/company/locations", NAMES);
    private static final Endpoint<Rows<Named>> EMPLOYEES =
            Endpoint.read("access.employees", "GET", "/company/employees", NAMES);
    private static final Endpoint<Rows<Named>> ORDER_STATUSES =
            Endpoint.read("access.orderStatuses", "GET", "/orders/statuses", NAMES);
    private static final Endpoint<Rows<Named>> ORDER_TYPES =
            Endpoint.read("access.orderTypes", "GET", "/orders/types", NAMES);
    private static final Endpoint<Rows<Named>> ACCOUNTS =
            Endpoint.read("access.accounts", "GET", "/finance/accounts", NAMES);
    private static final Endpoint<Rows<Named>> WAREHOUSES =
            Endpoint.read("access.warehouses", "GET", "/warehouse/", NAMES);
    private static final Endpoint<Rows<Named>> CASHBOXES = Endpoint.read("access.cashboxes", "GET", "/cashbox/", NAMES);

    private final ApiClient api;
    private final ApiClient unversioned;

    AccessApi(ApiClient api, ApiClient unversioned) {
        this.api = Objects.requireNonNull(api, "api");
        this.unversioned = Objects.requireNonNull(unversioned, "unversioned");
    }

    /**
     * Asks for the first page of each dictionary, one call each, and returns what came.
     *
     * @throws io.mostik.core.AuthException if the key itself is refused; a missing right is part of the report
     */
    public AccessReport report() {
        List<AccessReport.Part> parts = new ArrayList<>();
        for (Endpoint<Rows<Named>> each : List.of(LOCATIONS, EMPLOYEES, ORDER_STATUSES, ORDER_TYPES, ACCOUNTS)) {
            parts.add(look(api, each));
        }
        parts.add(look(unversioned, WAREHOUSES));
        parts.add(look(unversioned, CASHBOXES));
        return new AccessReport(parts);
    }

    private static AccessReport.Part look(ApiClient engine, Endpoint<Rows<Named>> endpoint) {
        String name = endpoint.operation().substring("access.".length());
        try {
            return new AccessReport.Part(name, engine.call(endpoint).send().list(), Optional.empty());
        } catch (ApiException e) {
            if (e.status() == HTTP_UNAUTHORIZED) {
                throw e;
            }
            return new AccessReport.Part(name, List.of(), Optional.of(e));
        }
    }
}
