package io.mostik.bankcards.tbank.webhooks;

import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationStatus;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.SignatureVerifier;
import io.mostik.core.webhook.WebhookReceiver;
import java.time.Duration;
import java.util.List;

/**
 * Receives the operations that the bank reports. It reports each up to five times until it is answered with success, and
 * again when the operation changes; see {@link #once}. Sums come as texts and are read exactly.
 *
 * @see <a href="https://developer.tbank.ru/docs/intro/webhooks/">the bank's guide</a>
 */
public final class TBankWebhooks {

    /** Addresses from which the bank reports: two that it documented, and four seen in public. Check them in front. */
    public static final List<String> KNOWN_SENDERS = List.of(
            "212.233.80.7", "91.218.132.2", "91.194.226.234", "91.194.226.235", "91.194.226.250", "91.194.226.251");

    private static final int LARGEST_BODY = 64 * 1024;
    private static final Duration REMEMBER = Duration.ofDays(30);
    private static final JsonCodec JSON = JsonCodec.builder().uniqueKeys().build();

    private TBankWebhooks() {}

    /** Returns a receiver of reports that are proven by {@code Authorization: Bearer}. */
    public static WebhookReceiver<Operation> bearer(Secret token) {
        return receiver(SignatureVerifier.bearer(token));
    }

    /** Returns a receiver of reports that are proven by {@code Authorization: Basic}. */
    public static WebhookReceiver<Operation> basic(String user, Secret password) {
        return receiver(SignatureVerifier.basic(user, password));
    }

    /** Returns a receiver of reports that are proven in another way, as by the bank's signature once its form is known. */
    public static WebhookReceiver<Operation> receiver(SignatureVerifier verifier) {
        return WebhookReceiver.of(verifier, request -> JSON.read(JsonType.of(Operation.class), request.body()))
                .largestBody(LARGEST_BODY);
    }

    /**
     * Returns a receiver that hands each operation to its handler once, and once more when it is posted after it was
     * held, or changes its state: these have the same id.
     */
    public static WebhookReceiver<Operation> once(WebhookReceiver<Operation> receiver, StateStore store) {
        return receiver.once(TBankWebhooks::key, store, REMEMBER);
    }

    private static String key(Operation operation) {
        return "tbank/operation/" + operation.operationId() + "/"
                + operation.operationStatus().map(OperationStatus::value).orElse("") + "/"
                + operation.status().orElse("");
    }
}
