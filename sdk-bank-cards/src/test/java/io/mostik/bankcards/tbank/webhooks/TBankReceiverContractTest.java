package io.mostik.bankcards.tbank.webhooks;

import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.core.Secret;
import io.mostik.core.test.WebhookReceiverContract;
import io.mostik.core.test.WebhookSample;
import io.mostik.core.test.WebhookSample.Proof;
import io.mostik.core.webhook.WebhookReceiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class TBankReceiverContractTest extends WebhookReceiverContract<Operation> {

    private static final Proof PROOF = Proof.header("Authorization", "Bearer bank-token");

    @Override
    protected WebhookReceiver<Operation> receiver() {
        return TBankWebhooks.builder().bearer(Secret.of("bank-token")).build();
    }

    @Override
    protected WebhookSample sample() {
        return WebhookSample.json(
                "{\"operationId\":\"0c9d0001\",\"operationAmount\":\"379.50\",\"operationStatus\":\"authorization\","
                        + "\"merch\":{\"name\":\"" + WebhookSample.NAME + "\"}}",
                PROOF);
    }

    @Override
    protected Optional<String> name(Operation operation) {
        return operation.merch().flatMap(merchant -> merchant.name());
    }

    @Override
    protected List<WebhookSample> forms() {
        Map<String, String> fields = Map.of("operationId", "0c9d0001", "description", WebhookSample.NAME);
        return List.of(
                WebhookSample.multipart(fields, PROOF),
                WebhookSample.form(Map.of("description", WebhookSample.NAME), PROOF)
                        .query("operationId=0c9d0001"));
    }

    @Override
    protected Set<Integer> answersToForms() {
        return Set.of(400);
    }
}
