package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People of v2. */
final class V2People {

    static final Map<String, Kind> FIELDS = Map.ofEntries(
            Map.entry("first_name", Kind.TEXT),
            Map.entry("last_name", Kind.TEXT),
            Map.entry("birthday", Kind.OBJECT),
            Map.entry("email", Kind.TEXT),
            Map.entry("phones", Kind.PHONES),
            Map.entry("notes", Kind.TEXT),
            Map.entry("address", Kind.TEXT),
            Map.entry("supplier", Kind.FLAG),
            Map.entry("manager_id", Kind.ID),
            Map.entry("ad_campaign_id", Kind.ID),
            Map.entry("discount_code", Kind.TEXT),
            Map.entry("custom_fields", Kind.CUSTOM_FIELDS),
            Map.entry("tags", Kind.TEXTS),
            Map.entry("tax_identification_number", Kind.TEXT));
    private static final Map<String, Comparator<PersonRow>> SORTS = Map.of(
            "id", Comparator.comparingLong(PersonRow::id),
            "modified_at",
                    Comparator.comparing((PersonRow person) -> person.modifiedAt)
                            .thenComparingLong(PersonRow::id),
            "name", Comparator.comparing(PersonRow::name).thenComparingLong(PersonRow::id));
    private static final Comparator<PersonRow> NEWEST_FIRST =
            Comparator.comparingLong(PersonRow::id).reversed();

    private final Account account;

    V2People(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/contacts/people", this::list)
                .on("POST", "/v2/contacts/people", this::create)
                .on("GET", "/v2/contacts/people/{id}", ask -> Answer.json(200, shape(find(ask))))
                .on("PATCH", "/v2/contacts/people/{id}", this::update);
    }

    private Answer list(RequestReader ask) {
        int page = ask.page();
        Comparator<PersonRow> order = Sorting.of(ask, SORTS, NEWEST_FIRST);
        List<PersonRow> rows = new Filter<PersonRow>(ask)
                .parts("names", PersonRow::name)
                .phones("phones", PersonRow::phones)
                .ids("managers", V2People::manager)
                .range("created_at", person -> Optional.of(person.createdAt()))
                .range("modified_at", person -> Optional.of(person.modifiedAt))
                .apply(account.people().values())
                .sorted(order)
                .toList();
        return Sheet.paged(rows, page, this::shape);
    }

    private Answer create(RequestReader ask) {
        return written(account.addPerson(body(ask, Set.of("first_name"))));
    }

    private Answer update(RequestReader ask) {
        PersonRow person = find(ask);
        person.fields().setAll(body(ask, Set.of()));
        person.modifiedAt = account.now();
        return written(person);
    }

    private PersonRow find(RequestReader ask) {
        return Optional.ofNullable(account.people().get(ask.id("id"))).orElseThrow(Refusals::notFound);
    }

    private ObjectNode body(RequestReader ask, Set<String> required) {
        ObjectNode body = ask.body(FIELDS, required);
        account.dictionaries()
                .require(ask, body, "ad_campaign_id", account.dictionaries().campaigns());
        ask.check();
        return body;
    }

    private Answer written(PersonRow person) {
        return Answer.json(200, account.writeAnswer.wrap(shape(person)));
    }

    ObjectNode shape(PersonRow person) {
        ObjectNode json = person.fields().deepCopy();
        JsonNode campaign = json.remove("ad_campaign_id");
        json.put("id", person.id())
                .put("created_at", Shape.iso(person.createdAt()))
                .put("modified_at", Shape.iso(person.modifiedAt))
                .putNull("ad_campaign");
        if (campaign != null && campaign.isNumber()) {
            json.set(
                    "ad_campaign",
                    Shape.named(campaign.asLong(), account.dictionaries().campaigns()));
        }
        return json;
    }

    private static Optional<Long> manager(PersonRow person) {
        return person.fields().hasNonNull("manager_id")
                ? Optional.of(person.fields().path("manager_id").asLong())
                : Optional.empty();
    }
}
