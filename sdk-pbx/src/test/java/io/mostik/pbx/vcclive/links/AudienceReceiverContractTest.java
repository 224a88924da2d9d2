package io.mostik.pbx.vcclive.links;

import io.mostik.core.Secret;
import io.mostik.core.test.WebhookReceiverContract;
import io.mostik.core.test.WebhookSample;
import io.mostik.core.test.WebhookSample.Proof;
import io.mostik.core.test.WebhookServers;
import io.mostik.core.webhook.WebhookReceiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class AudienceReceiverContractTest extends WebhookReceiverContract<AudienceEvent> {

    private static final Proof PROOF = Proof.query("key", "audience-secret");
    private static final Map<String, String> FIELDS = Map.of(
            "type",
            "subscribe",
            "fired_at",
            "2026-03-02 09:00:00",
            "data[email]",
            "a@example.hu",
            "data[merges][FNAME]",
            WebhookSample.NAME);

    @Override
    protected Set<WebhookServers.Adapter> slowly() {
        return Set.of(WebhookServers.Adapter.JDK);
    }

    @Override
    protected WebhookReceiver<AudienceEvent> receiver() {
        return AudienceWebhooks.builder()
                .secret("key", Secret.of("audience-secret"))
                .build();
    }

    @Override
    protected WebhookSample sample() {
        return WebhookSample.form(FIELDS, PROOF);
    }

    @Override
    protected List<WebhookSample> forms() {
        return List.of(sample().query("source=x"), WebhookSample.multipart(FIELDS, PROOF));
    }

    @Override
    protected Optional<String> name(AudienceEvent event) {
        return Optional.ofNullable(event.fields().get("merges.FNAME"));
    }
}
