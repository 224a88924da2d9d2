package io.mostik.salesautopilot.external;

import io.mostik.core.Secret;
import io.mostik.core.test.WebhookReceiverContract;
import io.mostik.core.test.WebhookSample;
import io.mostik.core.test.WebhookSample.Proof;
import io.mostik.core.webhook.WebhookReceiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ExternalActionContractTest extends WebhookReceiverContract<ExternalAction> {

    private static final Proof PROOF = Proof.header("Authorization", "Basic aG9vazpwYXNz");
    private static final Map<String, String> FIELDS = Map.of(
            "event", "order",
            "record_id", "70012",
            "order_id", WebhookSample.NAME,
            "updated", "2026-03-14 09:00:00");

    @Override
    protected WebhookReceiver<ExternalAction> receiver() {
        return ExternalActions.builder().basic("hook", Secret.of("pass")).build();
    }

    @Override
    protected WebhookSample sample() {
        return WebhookSample.json(
                "{\"event\":\"order\",\"record_id\":\"70012\",\"order_id\":\"" + WebhookSample.NAME
                        + "\",\"updated\":\"2026-03-14 09:00:00\"}",
                PROOF);
    }

    @Override
    protected Optional<String> name(ExternalAction action) {
        return action.orderId();
    }

    @Override
    protected List<WebhookSample> forms() {
        return List.of(
                WebhookSample.multipart(FIELDS, PROOF),
                WebhookSample.form(FIELDS, PROOF),
                WebhookSample.form(FIELDS, PROOF).query("source=salesautopilot"));
    }
}
