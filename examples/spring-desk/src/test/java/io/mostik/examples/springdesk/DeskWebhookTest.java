package io.mostik.examples.springdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mostik.core.once.Once;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.remonline.RemOnlineSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class DeskWebhookTest {

    @Autowired
    private RemOnlineSimulator vendor;

    @Autowired
    private Browser browser;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Once once;

    @Autowired
    private DeskEvents events;

    @BeforeEach
    void connect() {
        database.sql("delete from news").update();
        vendor.webhook(browser.uri("/hooks/remonline"), DeskTest.HOOK_SECRET);
    }

    @Test
    void givenEvent_whenItComes_thenItIsInTheNews() {
        fire();

        await().until(() -> news() > 0);

        assertThat(browser.get("/news").body()).contains("Order.Created", "42");
    }

    /** The first note is removed: a second handling would write it anew. */
    @Test
    void givenHandledEvent_whenItComesAgain_thenItIsNotHandledAgain() {
        HookDelivery delivery = fire();
        await().until(() -> news() > 0 && once.pending().findAny().isEmpty());
        database.sql("delete from news").update();

        HookDelivery again = vendor.redeliver(delivery);

        await().until(() -> once.pending().findAny().isEmpty());
        assertThat(again.last().status()).hasValue(200);
        assertThat(news()).isZero();
    }

    @Test
    void givenNotedEvent_whenHandledAgain_thenItStandsThereOnce() {
        HookDelivery unused = fire();
        await().until(() -> news() > 0);
        String id = database.sql("select id from news").query(String.class).single();

        events.on(RemOnlineEvent.builder().id(id).build());

        assertThat(news()).isOne();
    }

    @Test
    void givenForgedEvent_whenPosted_thenItIsRefused() {
        int status = browser.post(
                        "/hooks/remonline", "{\"id\":\"1\"}", "Content-Type", "application/json", "X-Signature", "0")
                .statusCode();

        assertThat(status).isEqualTo(401);
        assertThat(news()).isZero();
        assertThat(browser.get("/actuator/prometheus").body())
                .containsPattern("mostik_webhook_total\\{receiver=\"remonline\",result=\"REFUSED\"\\} [1-9]");
    }

    private HookDelivery fire() {
        vendor.fire("Order.Created", "Order", 42, JsonNodeFactory.instance.objectNode());
        return vendor.deliveries().get(vendor.deliveries().size() - 1);
    }

    private long news() {
        return database.sql("select count(*) from news").query(Long.class).single();
    }
}
