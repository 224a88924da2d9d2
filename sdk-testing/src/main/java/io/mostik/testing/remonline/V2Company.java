package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The company, its locations and its people in v2. */
final class V2Company {

    private static final String FOUNDED = "2024-01-15T08:00:00Z";

    private final Account account;

    V2Company(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/company", this::company)
                .on("GET", "/v2/company/locations", this::locations)
                .on("GET", "/v2/company/employees", this::employees);
    }

    private Answer company(RequestReader ask) {
        return Answer.json(
                200,
                Shape.object()
                        .put("name", "Demo repairs")
                        .put("email", "shop@example.test")
                        .put("address", "1 Workshop Lane")
                        .put("country", "UA")
                        .put("currency", "UAH")
                        .put("currency_symbol", "₴")
                        .put("timezone", "Europe/Kyiv")
                        .putNull("logo")
                        .put("created_at", FOUNDED));
    }

    /** Shows the locations the key may see; all of them belong to legal entity 1 and none is archived. */
    private Answer locations(RequestReader ask) {
        boolean archived = ask.choice("is_archived", Set.of("true", "false")).equals(Optional.of("true"));
        boolean foreign =
                ask.one("legal_entity_id").filter(id -> !id.equals("1")).isPresent();
        ask.one("sort");
        ask.check();
        List<Map.Entry<Long, String>> rows = account.dictionaries().locations().entrySet().stream()
                .filter(location -> account.dictionaries().allowed(location.getKey()))
                .filter(location -> !archived && !foreign)
                .toList();
        return Answer.json(
                200,
                Sheet.data(
                        rows,
                        location -> Shape.named(location.getKey(), location.getValue())
                                .put("address", "")
                                .put("timezone", "Europe/Kyiv")
                                .put("legal_entity_id", 1)
                                .put("is_archived", false)
                                .put("created_at", FOUNDED)));
    }

    private Answer employees(RequestReader ask) {
        ask.one("sort");
        return Answer.json(200, Sheet.data(account.dictionaries().employees(), V2Company::employee));
    }

    private static JsonNode employee(Dictionaries.Employee employee) {
        return Shape.object()
                .put("id", employee.id())
                .put("created_at", FOUNDED)
                .put("first_name", employee.firstName())
                .put("last_name", employee.lastName())
                .put("phone", "")
                .put("email", employee.email())
                .put("position", employee.position())
                .putNull("hire_date")
                .put("notes", "")
                .put("is_active", true)
                .put("login", employee.email())
                .putNull("avatar");
    }
}
