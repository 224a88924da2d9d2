package io.mostik.remonline.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.test.WebhookReceiverContract;
import io.mostik.core.test.WebhookSample;
import io.mostik.core.test.WebhookSample.Proof;
import io.mostik.core.webhook.WebhookReceiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The signature covers the id alone, so an event without a readable id proves nothing. */
class RemOnlineReceiverContractTest extends WebhookReceiverContract<RemOnlineEvent> {

    private static final String ID = "3f2b8c1e-6a47-4d0f-9c52-7be1a0d4c901";
    /** Made by {@code openssl dgst -sha256 -hmac} with the secret below. */
    private static final String SIGNATURE = "811bbe7f56670ef4aaffe3fc644307b9ba8c573dba30b89473b544655d802e9a";

    private static final Proof PROOF = Proof.signature("X-Signature", body -> SIGNATURE);

    @Override
    protected WebhookReceiver<RemOnlineEvent> receiver() {
        return RemOnlineWebhooks.builder()
                .secret(Secret.of("demo-webhook-secret-01"))
                .build();
    }

    @Override
    protected WebhookSample sample() {
        return WebhookSample.json(
                "{\"id\":\"" + ID + "\",\"event_name\":\"Order.Status.Changed\",\"metadata\":{\"client\":\""
                        + WebhookSample.NAME + "\"}}",
                PROOF);
    }

    @Override
    protected Optional<String> name(RemOnlineEvent event) {
        return event.metadata().get("client").text();
    }

    @Override
    protected List<WebhookSample> forms() {
        Map<String, String> fields = Map.of("id", ID, "client", WebhookSample.NAME);
        return List.of(
                WebhookSample.multipart(fields, PROOF),
                WebhookSample.form(fields, PROOF),
                WebhookSample.form(Map.of("client", WebhookSample.NAME), PROOF).query("id=" + ID));
    }

    @Override
    protected Set<Integer> answersToForms() {
        return Set.of(401);
    }

    @Override
    protected boolean refusesByHead() {
        return false;
    }

    @Override
    protected int answerToOtherId() {
        return 401;
    }
}
