package io.mostik.testing.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RemOnlineAreasTest {

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
    void givenListsOfVersion2_whenAsked_thenPagedUnlessDictionaries() throws Exception {
        for (String path : new String[] {
            "estimates",
            "bookings",
            "invoices",
            "sales",
            "inquiries",
            "contacts/organizations",
            "catalog/products",
            "catalog/services",
            "catalog/bundles",
            "finance/accounts"
        }) {
            JsonNode answer = caller.json("/v2/" + path);

            assertThat(answer.fieldNames()).toIterable().as(path).containsExactly("data", "paging");
        }
        for (String path : new String[] {"estimates/statuses", "estimates/types", "invoices/statuses"}) {
            assertThat(caller.json("/v2/" + path).isArray()).as(path).isTrue();
        }
    }

    @Test
    void givenPathsOfTokenGeneration_whenAskedWithKey_thenRefused() throws Exception {
        for (String path : new String[] {"/estimate/", "/book/list/", "/books/service-operations/", "/clients/88001"}) {
            assertThat(caller.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(caller.get("/statuses/leads").statusCode()).isEqualTo(200);
    }

    @Test
    void givenPosting_whenMade_thenStockGrowsAndMoveHasBothSides() throws Exception {
        remonline.setup().warehouse(902, "Van", 3302);

        JsonNode posting = caller.json(
                "POST",
                "/warehouse/postings/",
                "{\"branch_id\":3301,\"warehouse_id\":901,\"supplier_id\":88001,\"cashflow\":{\"payment\":-1200},"
                        + "\"products\":[{\"entity_id\":501,\"quantity\":3,\"cost\":400}]}");
        caller.json(
                "POST",
                "/warehouse/moves/",
                "{\"source_warehouse_id\":901,\"target_warehouse_id\":902,\"entities\":[{\"entity\":501,\"quantity\":1.5}]}");

        assertThat(posting.path("data").path("id_label").asText()).startsWith("W");
        assertThat(residue(901)).isEqualTo(11.5);
        assertThat(residue(902)).isEqualTo(1.5);
        JsonNode move =
                caller.json("/warehouse/moves/?branch_id=3301").path("data").get(0);
        assertThat(move.path("source_warehouse_title").asText()).isEqualTo("Main store");
        assertThat(move.path("target_warehouse_title").asText()).isEqualTo("Van");
        assertThat(caller.get("/warehouse/moves/").statusCode()).isEqualTo(400);
    }

    private double residue(long warehouse) throws Exception {
        return caller.json("/warehouse/goods/" + warehouse)
                .path("data")
                .get(0)
                .path("residue")
                .asDouble();
    }

    @Test
    void givenPaymentThatPays_whenPosting_thenNothingIsTakenIn() throws Exception {
        HttpResponse<String> answer = caller.send(
                "POST",
                "/warehouse/postings/",
                "{\"branch_id\":3301,\"warehouse_id\":7,\"supplier_id\":88001,\"cashflow\":{\"payment\":1200},"
                        + "\"products\":[{\"entity_id\":9}]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cashflow", "warehouse_id", "entity_id");
        assertThat(remonline.rows(Shelf.POSTINGS)).isEmpty();
    }

    @Test
    void givenBooking_whenMadeWithoutRequiredFields_thenEachIsNamed() throws Exception {
        HttpResponse<String> answer = caller.send("POST", "/v2/bookings", "{\"branch_id\":1}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("branch_id", "client_id", "scheduled_for", "scheduled_to");
        assertThat(remonline.rows(Shelf.BOOKINGS)).isEmpty();
    }

    @Test
    void givenCashInBothGenerations_whenRead_thenHasMillisAndSigns() throws Exception {
        caller.json("POST", "/v2/finance/accounts/91/transactions", "{\"amount\":\"10.50\",\"direction\":\"expense\"}");
        caller.json("POST", "/cashbox/91/payment", "{\"payment\":5,\"direction\":0}");

        JsonNode rows = caller.json("/cashbox/report/91?sort_dir=asc").path("data");

        assertThat(rows.get(0).path("value").asDouble()).isEqualTo(-10.5);
        assertThat(rows.get(1).path("value").asInt()).isEqualTo(5);
        assertThat(rows.get(1).path("created_at").asLong()).isEqualTo(1772442900000L);
        assertThat(caller.send("POST", "/cashbox/91/payment", "{\"payment\":5,\"direction\":2}")
                        .body())
                .contains("direction");
    }

    @Test
    void givenEndedGenerations_whenAsked_thenSaySoAndVersion2Stands() throws Exception {
        remonline.retireGenerationsBefore(410);

        assertThat(caller.get("/warehouse/").statusCode()).isEqualTo(410);
        assertThat(caller.send("POST", "/token/new", "{\"api_key\":\"x\"}").statusCode())
                .isEqualTo(410);
        assertThat(caller.get("/v2/orders").statusCode()).isEqualTo(200);
    }
}
