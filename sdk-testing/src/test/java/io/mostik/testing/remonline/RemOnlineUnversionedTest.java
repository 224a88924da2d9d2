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
class RemOnlineUnversionedTest {

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
    void givenBearerKey_whenAskingForLists_thenTheOldEnvelope() throws Exception {
        for (String path : new String[] {"/branches/", "/warehouse/", "/marketing/campaigns/", "/lead/", "/tasks"}) {
            JsonNode answer = caller.json(path);

            assertThat(answer.fieldNames()).toIterable().as(path).containsExactly("data", "page", "count", "success");
            assertThat(answer.path("page").asInt()).isEqualTo(1);
            assertThat(answer.path("success").asBoolean()).isTrue();
        }
    }

    @Test
    void givenStock_whenFilteredWithBrackets_thenFound() throws Exception {
        remonline.setup().entity(503, "product", "Screen").residue(901, 503, "0");

        JsonNode good = caller.json("/warehouse/goods/901?ids[]=501".replace("[]", "%5B%5D"))
                .path("data")
                .get(0);

        assertThat(good.path("title").asText()).isEqualTo("Battery");
        assertThat(good.path("residue").asInt()).isEqualTo(10);
        assertThat(caller.json("/warehouse/goods/901").path("count").asInt()).isEqualTo(2);
        assertThat(caller.json("/warehouse/goods/901?exclude_zero_residue=true")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(caller.json("/warehouse/goods/901?ids=503").path("count").asInt())
                .isEqualTo(2);
        assertThat(remonline.ignored()).containsExactly("GET /warehouse/goods/901 ids");
        assertThat(caller.get("/warehouse/goods/1").statusCode()).isEqualTo(404);
    }

    @Test
    void givenLead_whenCreated_thenListedWithMilliseconds() throws Exception {
        JsonNode created = caller.json(
                "POST",
                "/lead/",
                "{\"leadtype_id\":811,\"contact_phone\":\"+380500000009\",\"contact_name\":\"Petro\"}");
        JsonNode lead = caller.json("/lead/?client_names%5B%5D=petro&created_at%5B%5D=1772442900000")
                .path("data")
                .get(0);

        assertThat(lead.path("id").asLong())
                .isEqualTo(created.path("data").path("id").asLong());
        assertThat(lead.path("created_at").asLong()).isEqualTo(1772442900000L);
        assertThat(remonline.leads()).hasSize(1);
    }

    @Test
    void givenLeadWithoutContact_whenCreated_thenOldValidationShape() throws Exception {
        HttpResponse<String> answer = caller.send("POST", "/lead/", "{\"leadtype_id\":811}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"success\":false", "\"message\":{\"validation\":{\"client_id\":[\"is");
        assertThat(remonline.leads()).isEmpty();
    }

    @Test
    void givenTask_whenCreated_thenListed() throws Exception {
        caller.json(
                "POST",
                "/tasks",
                "{\"title\":\"Call\",\"deadline\":\"2026-03-05T09:00:00Z\",\"assignees\":[7005],\"rel_obj\":{\"id\":1,\"type\":2}}");

        assertThat(caller.json("/tasks?assignee_ids%5B%5D=7005&deadline_at%5B%5D=1772442900000")
                        .path("data")
                        .get(0)
                        .path("title")
                        .asText())
                .isEqualTo("Call");
        assertThat(caller.json("/tasks?assignee_ids%5B%5D=7001").path("count").asInt())
                .isZero();
        assertThat(caller.send(
                                "POST",
                                "/tasks",
                                "{\"title\":\"x\",\"deadline\":\"soon\",\"assignees\":[1],\"rel_obj\":{\"id\":1,\"type\":1}}")
                        .body())
                .contains("deadline", "assignees", "rel_obj");
        assertThat(remonline.tasks()).hasSize(1);
    }
}
