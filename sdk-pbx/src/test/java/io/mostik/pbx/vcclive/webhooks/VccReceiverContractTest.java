package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.test.WebhookReceiverContract;
import io.mostik.core.test.WebhookSample;
import io.mostik.core.test.WebhookSample.Proof;
import io.mostik.core.test.WebhookServers;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VccReceiverContractTest extends WebhookReceiverContract<CallDisposition> {

    private static final Secret SECRET = Secret.of("vcc-secret");
    private static final Proof PROOF = Proof.query("secret-key", "vcc-secret");

    @Override
    protected Set<WebhookServers.Adapter> slowly() {
        return Set.of(WebhookServers.Adapter.JDK);
    }

    @Override
    protected WebhookReceiver<CallDisposition> receiver() {
        return VccWebhooks.builder().secret("secret-key", SECRET).build().callDisposition();
    }

    @Override
    protected WebhookSample sample() {
        return WebhookSample.json(
                "{\"uuid\":\"7a1c0d52-0c3b-11ef-9f10-0242ac120002\",\"projectid\":134,\"numberid\":\"8377\",\"agentName\":\""
                        + WebhookSample.NAME + "\"}",
                PROOF);
    }

    @Override
    protected Optional<String> name(CallDisposition disposition) {
        return disposition.agentName();
    }

    @Override
    protected List<WebhookSample> forms() {
        Map<String, String> fields = Map.of("uuid", "7a1c0d52", "agentName", WebhookSample.NAME);
        return List.of(
                WebhookSample.multipart(fields, PROOF),
                WebhookSample.form(Map.of("agentName", WebhookSample.NAME), PROOF)
                        .query("uuid=7a1c0d52"));
    }

    @Override
    protected Set<Integer> answersToForms() {
        return Set.of(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes-128-ctr", "aes-256-cbc"})
    void givenEncryptedRequest_whenReceived_thenIsReadAndNoOtherIs(String name) {
        WebhookCipher cipher = WebhookCipher.of(name, Secret.of("cipher-key")).requiringIv();
        WebhookReceiver<CallDisposition> receiver = VccWebhooks.builder()
                .secret("secret-key", SECRET)
                .encryption(cipher)
                .build()
                .callDisposition();
        WebhookRequest plain = sample().request();

        WebhookRequest encrypted = cipher.encrypt(plain);

        assertThat(receiver.receive(encrypted).agentName()).contains(WebhookSample.NAME);
        assertThat(encrypted.text())
                .doesNotContain("uuid")
                .isNotEqualTo(cipher.encrypt(plain).text());
        assertThat(receiver.handle(plain, event -> {}).status()).isEqualTo(401);
    }
}
