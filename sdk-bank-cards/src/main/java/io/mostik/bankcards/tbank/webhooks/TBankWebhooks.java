package io.mostik.bankcards.tbank.webhooks;

import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationStatus;
import io.mostik.core.Secret;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookReceiver;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Receives the operations that the bank reports. It reports each up to five times, 30 seconds to 10 minutes apart, until it
 * is answered with success, and again when the operation changes: one that is posted after it was held is another event
 * with the same operation id. Sums come as texts and are read exactly. An optional part that cannot be read, such as a shop
 * sent as a list, does not cost the report: it is left out, kept as it came in {@code unknown()}, and logged by its place.
 *
 * <pre>{@code
 * WebhookReceiver<Operation> receiver = TBankWebhooks.builder().bearer(token).build();
 * Inbox<Operation> inbox = receiver.inbox(once).sealedWith(storeKey).open(operation -> books.note(operation)).start(executor);
 * }</pre>
 *
 * @see <a href="https://developer.tbank.ru/docs/intro/webhooks/">the bank's guide</a>
 */
public final class TBankWebhooks {

    /** Addresses from which the bank reports: two that it documented, and four seen in public. See {@code onlyFrom}. */
    public static final List<String> KNOWN_SENDERS = List.of(
            "212.233.80.7", "91.218.132.2", "91.194.226.234", "91.194.226.235", "91.194.226.250", "91.194.226.251");

    private static final int LARGEST_BODY = 64 * 1024;
    private static final JsonCodec JSON = JsonCodec.builder().uniqueKeys().build();
    private static final JsonType<Operation> OPERATION = JsonType.of(Operation.class);
    private static final System.Logger LOG = System.getLogger("io.mostik.bankcards");

    private TBankWebhooks() {}

    /** Returns a builder; how reports are proven is required. */
    public static Builder builder() {
        return new Builder();
    }

    private static String id(Operation operation) {
        return operation.operationId() + "/"
                + operation.operationStatus().map(OperationStatus::value).orElse("") + "/"
                + operation.status().orElse("");
    }

    private static Operation read(byte[] report) {
        try {
            return JSON.read(OPERATION, report);
        } catch (JsonException e) {
            return JSON.readWithoutOddObjects(
                    OPERATION,
                    new ByteArrayInputStream(report),
                    place -> LOG.log(System.Logger.Level.WARNING, "a report was read without its {0}", place));
        }
    }

    /** Collects how reports are proven. */
    public static final class Builder {

        private String name = "tbank";
        private Optional<WebhookAuthentication> authentication = Optional.empty();

        private Builder() {}

        /** Takes reports that are proven by {@code Authorization: Bearer}. */
        public Builder bearer(Secret token) {
            return authentication(WebhookAuthentication.bearer(token));
        }

        /** Takes reports that are proven by {@code Authorization: Basic}. */
        public Builder basic(String user, Secret password) {
            return authentication(WebhookAuthentication.basic(user, password));
        }

        /** Takes reports that are proven in another way, as by the bank's signature once its form is known. */
        public Builder authentication(WebhookAuthentication proof) {
            authentication = Optional.of(Objects.requireNonNull(proof, "authentication"));
            return this;
        }

        /** Takes reports from these addresses only, besides the proof that was set before. */
        public Builder onlyFrom(AddressRanges senders) {
            authentication = Optional.of(required().onlyFrom(senders));
            return this;
        }

        /** Sets the name under which ids are remembered; another one for each company. {@code tbank} by default. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Returns the receiver.
         *
         * @throws IllegalArgumentException if it was not said how reports are proven
         */
        public WebhookReceiver<Operation> build() {
            return WebhookReceiver.of(name, required(), request -> read(request.body()))
                    .identity(TBankWebhooks::id)
                    .largestBody(LARGEST_BODY);
        }

        private WebhookAuthentication required() {
            return authentication.orElseThrow(
                    () -> new IllegalArgumentException("authentication is missing: bearer, basic or another one"));
        }
    }
}
