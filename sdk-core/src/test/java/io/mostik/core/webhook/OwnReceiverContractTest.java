package io.mostik.core.webhook;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.WebhookReceiverContract;
import io.mostik.core.test.WebhookSample;
import io.mostik.core.test.WebhookSample.Proof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A receiver of one's own, by a signature over the whole body. */
class OwnReceiverContractTest extends WebhookReceiverContract<Map<String, String>> {

    private static final HmacSignature SIGNATURE = HmacSignature.of(Secret.of("shop-secret"))
            .header("X-Shop-Signature")
            .prefix("sha256=");
    private static final Proof PROOF = Proof.signature("X-Shop-Signature", SIGNATURE::of);

    @Override
    protected WebhookReceiver<Map<String, String>> receiver() {
        return WebhookReceiver.of("shop", WebhookAuthentication.hmac(SIGNATURE), OwnReceiverContractTest::read)
                .identity(event -> event.getOrDefault("id", ""));
    }

    private static Map<String, String> read(WebhookRequest request) {
        if (!request.text().startsWith("{")) {
            Map<String, List<String>> form = request.form();
            return Map.of("id", form.get("id").get(0), "name", form.get("name").get(0));
        }
        Json json = JsonCodec.camelCase()
                .read(JsonType.of(Json.class), request.text().getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "id", json.get("id").text().orElseThrow(),
                "name", json.get("name").text().orElseThrow());
    }

    @Override
    protected WebhookSample sample() {
        return WebhookSample.json("{\"id\":\"7\",\"name\":\"" + WebhookSample.NAME + "\"}", PROOF);
    }

    @Override
    protected List<WebhookSample> forms() {
        Map<String, String> fields = Map.of("id", "7", "name", WebhookSample.NAME);
        return List.of(WebhookSample.form(fields, PROOF), WebhookSample.multipart(fields, PROOF));
    }

    @Override
    protected Optional<String> name(Map<String, String> event) {
        return Optional.ofNullable(event.get("name"));
    }

    @Override
    protected boolean refusesByHead() {
        return false;
    }
}
