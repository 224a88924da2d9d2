package io.mostik.pbx.webhooks;

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

/** User and password may stand in the body, so no head refuses a push. */
class PbxReceiverContractTest extends WebhookReceiverContract<CallData> {

    private static final Proof PROOF = Proof.query("password", "pass-77");
    private static final String USER = "username=pbx";

    @Override
    protected Set<WebhookServers.Adapter> slowly() {
        return Set.of(WebhookServers.Adapter.JDK);
    }

    @Override
    protected WebhookReceiver<CallData> receiver() {
        return PbxWebhooks.builder().basic("pbx", Secret.of("pass-77")).build().callData();
    }

    @Override
    protected WebhookSample sample() {
        return WebhookSample.json(
                        "{\"id\":\"c-1\",\"caller\":\"36301112233\",\"called\":\"101\",\"user\":\"" + WebhookSample.NAME
                                + "\"}",
                        PROOF)
                .query(USER);
    }

    @Override
    protected List<WebhookSample> forms() {
        Map<String, String> flat = Map.of("id", "c-1", "caller", "36301112233", "user", WebhookSample.NAME);
        Map<String, String> ofPhp = Map.of(
                "call[id]",
                "c-1",
                "call[caller]",
                "36301112233",
                "call[user]",
                WebhookSample.NAME,
                "call[legs][0]",
                "101");
        return List.of(
                WebhookSample.form(flat, PROOF).query(USER),
                WebhookSample.multipart(flat, PROOF).query(USER),
                WebhookSample.form(ofPhp, PROOF).query(USER),
                WebhookSample.multipart(ofPhp, PROOF).query(USER),
                WebhookSample.form(Map.of("id", "c-1", "user", WebhookSample.NAME), PROOF)
                        .query(USER + "&caller=36301112233"));
    }

    @Override
    protected Optional<String> name(CallData data) {
        return data.calls().get(0).userName();
    }

    @Override
    protected boolean refusesByHead() {
        return false;
    }
}
