package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Person;
import io.mostik.bridge.link.Run;
import io.mostik.bridge.link.RunState;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.Question;
import io.mostik.core.webhook.WebhookListener.Result;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks of shops and invoicing programs through the running program, declared in its settings alone. */
class ProgramHooksTest {

    private static final String NOTICE = "szlahu_szamlaszam=2026%2F118&szlahu_rendelesszam=W-1";
    private static final String ORDERS = """
        links:
        - name: orders-are-told
          on: shop.order
          from: shop
          do: base.event
          when: [{field: deleted, is: "false"}]
          map: {subject: "order {number}", field_status: "{status}"}
        """;

    @TempDir
    Path folder;

    @Test
    void givenPaidInvoice_whenPostedTenTimes_thenOrderIsPaidOnce() {
        try (ProgramLab lab = new ProgramLab(folder).ready("invoice-to-order")) {
            paidInvoice(lab);
            lab.run();

            for (int i = 0; i < 10; i++) {
                assertThat(lab.form("invoices/paid", ProgramLab.SECRET, NOTICE)).isEqualTo(200);
            }
            List<Run> runs = lab.ended("invoice-to-order");

            assertThat(runs).singleElement().extracting(Run::state).isEqualTo(RunState.DONE);
            assertThat(lab.letters.timesFired(SalesAutopilotSimulator.PAID_FORM))
                    .isEqualTo(1);
            assertThat(lab.letters.orders("W-1").get(0)).containsEntry("mssys_order_status", "2");
        }
    }

    @Test
    void givenStranger_whenPosting_thenNothingIsReadAndCounted() {
        try (ProgramLab lab = new ProgramLab(folder).ready("invoice-to-order")) {
            paidInvoice(lab);
            RunningBridge bridge = lab.run();

            int status = lab.form("invoices/paid", "a-guess", NOTICE);

            assertThat(status).isEqualTo(401);
            assertThat(lab.ended("invoice-to-order")).isEmpty();
            assertThat(lab.invoices.server().journal().all()).isEmpty();
            assertThat(bridge.links().monitors().get("invoices/paid").count(Result.REFUSED))
                    .isEqualTo(1);
        }
    }

    @Test
    void givenSignedOrders_whenDeliveredOften_thenEachStateIsToldOnce() {
        try (ProgramLab lab = new ProgramLab(folder).links("orders", ORDERS)) {
            lab.run();
            assertThat(lab.shop
                            .saveWebhook(lab.hook("shop/order"), ProgramLab.SECRET)
                            .accepted())
                    .isTrue();
            long order = lab.shop.place("nora@example.hu", 1, "1000", "270");
            lab.shop.deliver();
            assertThat(lab.ended("orders-are-told")).hasSize(1);
            lab.shop.server().clock().advance(Duration.ofSeconds(2));
            lab.shop.change(order, "status", "completed");
            lab.shop.server().clock().advance(Duration.ofSeconds(2));
            lab.shop.deliver();
            OutgoingWebhook last = lab.shop.deliveries().get(2).hook();
            for (int i = 0; i < 10; i++) {
                assertThat(lab.post(last.with("X-WC-Webhook-Delivery-ID", "d-" + i)))
                        .isEqualTo(200);
            }

            List<Run> runs = lab.ended("orders-are-told");
            int forged = lab.status(HttpRequest.newBuilder(lab.hook("shop/order"))
                    .header("Content-Type", "application/json")
                    .header("X-WC-Webhook-Topic", "order.updated")
                    .header("X-WC-Webhook-Signature", "AAAA")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":" + order + "}"))
                    .build());

            assertThat(runs).hasSize(2).extracting(Run::state).containsOnly(RunState.DONE);
            assertThat(forged).isEqualTo(401);
            assertThat(lab.ended("orders-are-told")).hasSameSizeAs(runs);
        }
    }

    @Test
    void givenOtherCompanysInvoice_whenPosted_thenNothingHappensAndItIsCounted() {
        try (ProgramLab lab = new ProgramLab(folder).ready("invoice-to-order")) {
            paidInvoice(lab);
            lab.invoices.issuedBy("2026/118", "99002");
            RunningBridge bridge = lab.run();

            assertThat(lab.form("invoices/paid", ProgramLab.SECRET, NOTICE)).isEqualTo(200);
            assertThat(lab.form("invoices/paid", ProgramLab.SECRET, NOTICE.replace("118", "119")))
                    .isEqualTo(200);

            assertThat(lab.ended("invoice-to-order")).isEmpty();
            assertThat(bridge.links().leftAlone())
                    .isEqualTo(Map.of("invoices/paid", Map.of("other_issuer", 1L, "not_found", 1L)));
            assertThat(lab.page("/metrics"))
                    .contains(
                            "inbox_refused_total{connection=\"invoices\",reason=\"other_issuer\"} 1\n",
                            "inbox_refused_total{connection=\"invoices\",reason=\"not_found\"} 1\n",
                            "inbox_refused_total{connection=\"invoices\",reason=\"refused\"} 0\n");
            assertThat(bridge.office()
                            .answer("inbox", false, new Question(Map.of()), new Asker("test", Person.Role.VIEWER, "en"))
                            .get("leftAlone"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .contains(Map.of("name", "invoices/paid", "reason", "other_issuer", "count", 1L));
        }
    }

    @Test
    void givenSettingThatProvesNothing_whenChecked_thenItIsNamed() {
        try (ProgramLab lab = new ProgramLab(folder)
                .change("shop", "hooks: {", "hooks: {from: [192.0.2.1], ")
                .change("invoices", "hooks: {secret: \"file:hook.secret\"}", "hooks: {from: [192.0.2.1]}")) {
            ProgramLab.Said said = lab.say("check");

            assertThat(said.code()).isEqualTo(Main.WRONG);
            assertThat(said.err())
                    .contains("connections.shop.hooks.from: unknown setting")
                    .contains("connections.invoices.hooks: nothing here proves a webhook");
        }
    }

    private static void paidInvoice(ProgramLab lab) {
        lab.letters.addRecord(
                SalesAutopilotSimulator.ORDERS,
                Map.of("email", "nora@example.hu", "mssys_shoprenter_id", "W-1", "mssys_order_status", "1"));
        lab.invoices.issue("SZ", "2026/118", "W-1", "25400");
        lab.invoices.pay("2026/118", "25400", "átutalás");
    }
}
