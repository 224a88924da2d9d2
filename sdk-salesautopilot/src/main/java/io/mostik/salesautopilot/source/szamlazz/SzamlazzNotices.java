package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.Secret;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookReceiver;
import java.util.Optional;
import java.util.UUID;

/**
 * Receives the notices of payments (IPN) of Számlázz.hu, which are not signed. Let the address hold at least 128 random bits, one
 * address for each company. Use an inbox: the vendor sends a notice again every 3 minutes until it hears 200, 10 times at most.
 * Notices have no id, so each delivery is an event of its own; that the same state is acted on once is the ledger's work.
 *
 * <pre>{@code
 * WebhookReceiver<SzamlazzNotice> receiver = SzamlazzNotices.builder().secretPath().build();
 * Inbox<SzamlazzNotice> inbox = receiver.inbox(once).open(source::accept).start(executor);
 * server.createContext("/ipn/" + random, WebhookHttpHandler.of(receiver, inbox));
 * }</pre>
 */
public final class SzamlazzNotices {

    private SzamlazzNotices() {}

    /** Returns a builder; one of {@link Builder#secretPath} and {@link Builder#parameter} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what keeps strangers out. */
    public static final class Builder {

        private String name = "szamlazz";
        private Optional<WebhookAuthentication> proof = Optional.empty();
        private Optional<AddressRanges> senders = Optional.empty();

        private Builder() {}

        /** Says that only the vendor knows the path under which the receiver is served; the server sees to that. */
        public Builder secretPath() {
            proof = Optional.of(WebhookAuthentication.none());
            return this;
        }

        /** Takes a secret in a parameter of the address, compared in constant time. That the vendor keeps it is inferred. */
        public Builder parameter(String parameter, Secret secret) {
            proof = Optional.of(WebhookAuthentication.parameter(parameter, secret));
            return this;
        }

        /** Takes notices from these addresses only; a second line of defence, as the vendor's own may change. */
        public Builder onlyFrom(AddressRanges addresses) {
            senders = Optional.of(addresses);
            return this;
        }

        /** Sets the name under which notices are stored, one for each company; {@code szamlazz} by default. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Returns the receiver.
         *
         * @throws IllegalArgumentException if nothing keeps strangers out
         */
        public WebhookReceiver<SzamlazzNotice> build() {
            WebhookAuthentication known =
                    proof.orElseThrow(() -> new IllegalArgumentException("secretPath or parameter is missing"));
            return WebhookReceiver.of(name, senders.map(known::onlyFrom).orElse(known), SzamlazzNotice::of)
                    .identity(notice -> UUID.randomUUID().toString());
        }
    }
}
