package io.mostik.testing.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mostik.testing.Answer;
import io.mostik.testing.HookReceiver;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.SimulatorServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RemOnlineWebhookTest {

    static final String SECRET = "demo-webhook-secret-01";

    final HookReceiver crm = new HookReceiver();
    final RemOnlineSimulator remonline = RemOnlineSimulator.startFrozen();
    final RemOnlineCaller caller = new RemOnlineCaller(remonline.uri(), Optional.of(remonline.apiKey()));

    @AfterEach
    void stop() {
        remonline.close();
        crm.close();
    }

    @Test
    void givenTheVendorsVector_whenSigned_thenItIsHmacOverTheId() {
        assertThat(RemOnlineSimulator.signature(SECRET, "3f2b8c1e-6a47-4d0f-9c52-7be1a0d4c901"))
                .isEqualTo("811bbe7f56670ef4aaffe3fc644307b9ba8c573dba30b89473b544655d802e9a");
    }

    @Test
    void givenWebhook_whenStatusChanges_thenToldOnceWithItsSignature() throws Exception {
        remonline.webhook(crm.uri("/hook"), SECRET);
        long id = remonline.seedOrder();

        caller.json("POST", "/v2/orders/" + id + "/status", "{\"status_id\":5100201}");
        caller.json("POST", "/v2/orders/" + id + "/status", "{\"status_id\":5100201}");

        assertThat(remonline.deliveries()).hasSize(1);
        assertThat(remonline.statusChanges(id)).hasSize(2);
        RecordedRequest told = crm.received().get(0);
        JsonNode event = told.json();
        assertThat(told.method()).isEqualTo("POST");
        assertThat(told.header("X-Signature"))
                .contains(RemOnlineSimulator.signature(SECRET, event.path("id").asText()));
        assertThat(event.path("event_name").asText()).isEqualTo("Order.Status.Changed");
        assertThat(event.path("created_at").asText()).isEqualTo("2026-03-02T09:15:00.000000Z");
        assertThat(event.path("context")).hasToString("{\"object_id\":" + id + ",\"object_type\":\"order\"}");
        assertThat(event.at("/metadata/old/id").asLong()).isEqualTo(5100200);
        assertThat(event.at("/metadata/new/id").asLong()).isEqualTo(5100201);
        assertThat(event.at("/metadata/order/name").asText()).isEqualTo("B-0318");
        assertThat(event.at("/metadata/client/fullname").asText()).isEqualTo("Ira Lys");
        assertThat(event.at("/employee/id").asLong()).isEqualTo(7001);
    }

    @Test
    void givenWebhook_whenOrderIsCreated_thenToldAndCanBeToldAgain() throws Exception {
        remonline.webhook(crm.uri("/hook"), SECRET);

        caller.json("POST", "/v2/orders", RemOnlineOrdersTest.NEW_ORDER);
        remonline.redeliver(remonline.deliveries().get(0));

        assertThat(crm.received()).hasSize(2);
        assertThat(crm.received().get(0).json()).isEqualTo(crm.received().get(1).json());
        assertThat(crm.received().get(0).json().path("event_name").asText()).isEqualTo("Order.Created");
    }

    @Test
    void givenAnyEvent_whenFired_thenSignedToo() {
        remonline.webhook(crm.uri("/hook"), SECRET);

        remonline.fire(
                "Invoice.Created",
                "invoice",
                5,
                JsonNodeFactory.instance.objectNode().put("x", 1));

        assertThat(remonline.deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.accepted()).isTrue());
        assertThat(crm.received().get(0).json().at("/metadata/x").asInt()).isEqualTo(1);
    }

    @Test
    void givenReceiverThatReadsOrderAgain_whenTold_thenItIsAnswered() throws Exception {
        RemOnlineCaller reader = new RemOnlineCaller(remonline.uri(), Optional.of(remonline.apiKey()));
        try (SimulatorServer receiver = SimulatorServer.start(told -> Answer.text(
                reader.get("/v2/orders/" + told.json().at("/context/object_id").asLong())
                        .statusCode(),
                ""))) {
            remonline.webhook(URI.create(receiver.uri() + "/hook"), SECRET);

            caller.json("POST", "/v2/orders", RemOnlineOrdersTest.NEW_ORDER);

            assertThat(remonline.deliveries().get(0).last().status()).hasValue(200);
        }
    }

    @Test
    void givenReceiverThatFails_whenTimePasses_thenToldThriceMore() throws Exception {
        crm.answers(500, 500, 500, 500);
        remonline.webhook(crm.uri("/hook"), SECRET);
        long id = remonline.seedOrder();

        remonline.deleteOrder(id);
        List<Integer> told = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            told.add(remonline.deliveries().size());
            remonline.clock().advance(Duration.ofSeconds(1));
        }

        assertThat(told.indexOf(2)).isEqualTo(5);
        assertThat(told.indexOf(3)).isEqualTo(15);
        assertThat(told.indexOf(4)).isEqualTo(30);
        assertThat(told).endsWith(4);
        JsonNode event = crm.received().get(3).json();
        assertThat(event.path("event_name").asText()).isEqualTo("Order.Deleted");
        assertThat(event.path("created_at_ts").decimalValue()).isEqualByComparingTo("1772442900");
        assertThat(event.at("/context/object_id").asLong()).isEqualTo(id);
    }

    @Test
    void givenNoWebhook_whenOrderIsCreated_thenNothingIsTold() throws Exception {
        caller.json("POST", "/v2/orders", RemOnlineOrdersTest.NEW_ORDER);

        assertThat(remonline.deliveries()).isEmpty();
    }
}
