package io.mostik.testing.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RemOnlineOrdersTest {

    static final String NEW_ORDER = """
            {"branch_id":3301,"order_type_id":411,"client_id":88001,"manager_id":7001,"malfunction":"No power",
             "scheduled_for":"2026-03-05T09:00:00Z","estimated_price":"1500.00","urgent":true,"ad_campaign_id":620,
             "custom_fields":{"f7010001":"red"}}
            """;
    static final String NEW_ITEM = """
            {"entity_id":501,"assignee_id":7005,"quantity":"1.5","price":600,"cost":"410","comment":"new",
             "discount":{"type":"percentage","percentage":0,"amount":0,"sponsor":"staff"},
             "warranty":{"period":"3","periodUnits":"months"}}
            """;

    final RemOnlineSimulator remonline = RemOnlineSimulator.startFrozen();
    final RemOnlineCaller caller = new RemOnlineCaller(remonline.uri(), Optional.of(remonline.apiKey()));

    @BeforeEach
    void unlimited() {
        remonline.unlimited();
    }

    @AfterEach
    void stop() {
        remonline.close();
    }

    @Test
    void givenNewOrder_whenCreated_thenShownAsDocumentedAndKept() throws Exception {
        JsonNode created = caller.json("POST", "/v2/orders", NEW_ORDER);
        JsonNode order = caller.json("/v2/orders/" + created.path("id").asLong());

        assertThat(order).isEqualTo(created);
        assertThat(order.path("number").asText()).isEqualTo("B-0318");
        assertThat(order.path("status").path("name").asText()).isEqualTo("New");
        assertThat(order.path("created_at").asText()).isEqualTo("2026-03-02T09:15:00Z");
        assertThat(order.path("scheduled_for").asText()).isEqualTo("2026-03-05T09:00:00Z");
        assertThat(order.path("closed_at").isNull()).isTrue();
        assertThat(order.path("assignee_id").isNull()).isTrue();
        assertThat(order.path("total").asText()).isEqualTo("0.00");
        assertThat(order.path("total").isTextual()).isTrue();
        assertThat(order.path("discount_sum").isNumber()).isTrue();
        assertThat(order.path("client").path("phone").get(0).asText()).isEqualTo("+380500000001");
        assertThat(order.path("custom_fields").path("f7010001").asText()).isEqualTo("red");
        assertThat(remonline.ordersCreated()).singleElement().satisfies(made -> {
            assertThat(made.id()).isEqualTo(order.path("id").asLong());
            assertThat(made.text("malfunction")).isEqualTo("No power");
        });
    }

    @Test
    void givenBadBody_whenCreated_thenNamesFieldsAndMakesNothing() throws Exception {
        HttpResponse<String> answer = caller.send("POST", "/v2/orders", """
                {"branch_id":9,"client_id":"88001","urgent":"yes","due_date":"2026-03-05T09:00:00.000Z",
                 "custom_fields":{"7010001":"red"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode errors = new ObjectMapper().readTree(answer.body()).path("errors");
        assertThat(errors.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "branch_id", "order_type_id", "client_id", "urgent", "due_date", "custom_fields");
        assertThat(caller.send("POST", "/v2/orders", "nonsense").statusCode()).isEqualTo(400);
        assertThat(remonline.ordersCreated()).isEmpty();
    }

    @Test
    void givenPatch_whenSent_thenOnlyThatFieldAndModifiedAtChange() throws Exception {
        long id = remonline.seedOrder(order -> order.set("resume", "wait"));
        remonline.clock().advance(Duration.ofSeconds(90));

        JsonNode order = caller.json("PATCH", "/v2/orders/" + id, "{\"malfunction\":\"Broken\",\"nonsense\":1}");

        assertThat(order.path("malfunction").asText()).isEqualTo("Broken");
        assertThat(order.path("resume").asText()).isEqualTo("wait");
        assertThat(order.path("modified_at").asText()).isEqualTo("2026-03-02T09:16:30Z");
        assertThat(remonline.ignored()).containsExactly("PATCH /v2/orders/" + id + " body nonsense");
        assertThat(caller.send("PATCH", "/v2/orders/" + id, "{\"branch_id\":null}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void givenStatusChange_whenSent_thenMovedAndClosed() throws Exception {
        long id = remonline.seedOrder();

        JsonNode order =
                caller.json("POST", "/v2/orders/" + id + "/status", "{\"status_id\":5100205,\"comment\":\"paid\"}");

        assertThat(order.path("status").path("id").asLong()).isEqualTo(5100205);
        assertThat(order.path("closed_at").asText()).isEqualTo("2026-03-02T09:15:00Z");
        assertThat(remonline.statusChanges(id)).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo(5100200);
            assertThat(change.to()).isEqualTo(5100205);
            assertThat(change.comment()).isEqualTo("paid");
        });
        HttpResponse<String> unknown = caller.send("POST", "/v2/orders/" + id + "/status", "{\"status_id\":1}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"status_id\":[\"does not exist\"]");
    }

    @Test
    void givenItems_whenAddedAndChanged_thenListIsBareAndTotalFollows() throws Exception {
        long id = remonline.seedOrder();

        JsonNode item = caller.json("POST", "/v2/orders/" + id + "/items", NEW_ITEM);
        JsonNode items = caller.json("/v2/orders/" + id + "/items");

        assertThat(items.isArray()).isTrue();
        assertThat(items.get(0)).isEqualTo(item);
        assertThat(item.path("quantity").asText()).isEqualTo("1.500");
        assertThat(item.path("price").asText()).isEqualTo("600.00");
        assertThat(item.path("cost").asText()).isEqualTo("410.00000");
        assertThat(item.path("entity").path("type").asText()).isEqualTo("product");
        assertThat(item.path("warranty").path("unit").asText()).isEqualTo("months");
        assertThat(remonline.order(id).total()).isEqualByComparingTo("900");

        caller.json("PATCH", "/v2/orders/" + id + "/items/" + item.path("id").asLong(), "{\"quantity\":\"2\"}");
        assertThat(caller.json("/v2/orders/" + id).path("total").asText()).isEqualTo("1200.00");
        assertThat(caller.send("POST", "/v2/orders/" + id + "/items", "{\"entity_id\":501}")
                        .body())
                .contains("assignee_id", "quantity", "price", "cost", "discount", "warranty");
        assertThat(caller.send("PATCH", "/v2/orders/" + id + "/items/999", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void givenComment_whenSent_thenRemembered() throws Exception {
        long id = remonline.seedOrder();

        caller.json("POST", "/v2/orders/" + id + "/comments", "{\"comment\":\"call back\",\"is_private\":true}");

        assertThat(remonline.order(id).comments()).containsExactly(new OrderComment("call back", true));
        assertThat(caller.send("POST", "/v2/orders/" + id + "/comments", "{\"message\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void givenDictionaries_whenAsked_thenBareArraysAndPlainObjects() throws Exception {
        JsonNode statuses = caller.json("/v2/orders/statuses");
        JsonNode order = caller.json("/v2/orders/" + remonline.seedOrder() + "/public-url");

        assertThat(statuses.get(5).path("group").path("type").asInt()).isEqualTo(6);
        assertThat(statuses.get(5).path("group").path("name").asText()).isEqualTo("Closed");
        assertThat(caller.json("/v2/orders/types").get(0).path("name").asText()).isEqualTo("Paid repair");
        assertThat(caller.json("/v2/orders/custom-fields").get(0).path("id").asLong())
                .isEqualTo(7010001);
        assertThat(order.isTextual()).isTrue();
        assertThat(caller.json("/v2/company").path("currency").asText()).isEqualTo("UAH");
        assertThat(caller.json("/v2/company/locations").path("data")).hasSize(2);
        assertThat(caller.json("/v2/company/employees")
                        .path("data")
                        .get(1)
                        .path("id")
                        .asLong())
                .isEqualTo(7005);
    }

    @Test
    void givenEachFormOfWriteAnswers_whenCreated_thenIdIsWhereItSays() throws Exception {
        for (WriteAnswer form : WriteAnswer.values()) {
            remonline.writeAnswers(form);

            JsonNode answer = caller.json("POST", "/v2/orders", NEW_ORDER);

            String where = List.of("/id", "/id", "/data/id", "/data/0/id").get(form.ordinal());
            assertThat(answer.at(where).asLong()).as(form.name()).isPositive();
        }
    }

    @Test
    void givenActThenDrop_whenCreated_thenTheOrderExistsAllTheSame() {
        remonline.faults().actThenDrop().times(9);

        assertThatThrownBy(() -> caller.send("POST", "/v2/orders", NEW_ORDER)).isInstanceOf(IOException.class);
        assertThat(remonline.ordersCreated()).isNotEmpty();
    }

    @Test
    void givenPeople_whenCreatedAndListed_thenTheirPhonesAreObjects() throws Exception {
        JsonNode person = caller.json(
                "POST",
                "/v2/contacts/people",
                "{\"first_name\":\"Olha\",\"phones\":[{\"title\":\"Home\",\"phone\":\"050 000 0002\"}],\"tags\":[\"vip\"]}");
        JsonNode found = caller.json("/v2/contacts/people?phones=0500000002");

        assertThat(found.path("data").get(0)).isEqualTo(person);
        assertThat(person.path("modified_at").asText()).isEqualTo("2026-03-02T09:15:00Z");
        assertThat(caller.json("/v2/contacts/people/" + person.path("id").asLong()))
                .isEqualTo(person);
        assertThat(caller.json("/v2/contacts/people?names=lys&sort=-name")
                        .path("paging")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(caller.send("POST", "/v2/contacts/people", "{\"phones\":[\"050\"]}")
                        .body())
                .contains("first_name", "phones");
    }
}
