package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People of v2. */
final class V2People {

    static final Fields FIELDS = Fields.of(
                    Kind.TEXT,
                    "first_name",
                    "last_name",
                    "email",
                    "notes",
                    "address",
                    "discount_code",
                    "tax_identification_number")
            .and(Kind.OBJECT, "birthday")
            .and(Kind.PHONES, "phones")
            .and(Kind.FLAG, "supplier")
            .and(Kind.ID, "manager_id", "ad_campaign_id")
            .and(Kind.CUSTOM_FIELDS, "custom_fields")
            .and(Kind.TEXTS, "tags");
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
        Comparator<PersonRow> order = Sorting.of(ask, SORTS, NEWEST_FIRST);
        return new Filter<PersonRow>(ask)
                .parts("names", PersonRow::name)
                .phones("phones", PersonRow::phones)
                .ids("managers", V2People::manager)
                .range("created_at", person -> Optional.of(person.createdAt()))
                .range("modified_at", person -> Optional.of(person.modifiedAt))
                .sorted(account.people().values(), order, this::shape);
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
        account.require(ask, body, "ad_campaign_id");
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
