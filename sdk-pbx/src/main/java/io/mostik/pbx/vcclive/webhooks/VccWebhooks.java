package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.SignatureVerifier;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import java.util.Objects;
import java.util.Optional;

/**
 * Receives what VCC Live sends. The vendor names the event nowhere in a request: register an address for each event, and
 * hand its requests to the receiver of that event. The vendor signs nothing; the proof is a secret that stands in the
 * query of the registered address, such as {@code https://you.example/vcc/disposition?secret-key=…}. Answer with exactly
 * the reply that a receiver returns: anything but 200 makes the vendor send again. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/webhook/overview/about-webhooks">the vendor's guide</a>
 */
public final class VccWebhooks {

    private final SignatureVerifier verifier;
    private final PayloadReader payload;

    private VccWebhooks(SignatureVerifier verifier, PayloadReader payload) {
        this.verifier = verifier;
        this.payload = payload;
    }

    /** Returns a builder; the shared secret is yet to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the receiver of dispositions that agents and the dialer set. */
    public WebhookReceiver<CallDisposition> callDisposition() {
        return receiver(JsonType.of(CallDisposition.class));
    }

    /** Returns the receiver of dispositions set in the mobile application, whose shape is not public. */
    public WebhookReceiver<Json> mobileDisposition() {
        return receiver(JsonType.of(Json.class));
    }

    /** Returns the receiver of payments during calls. */
    public WebhookReceiver<PaymentTransaction> paymentTransaction() {
        return receiver(JsonType.of(PaymentTransaction.class));
    }

    /** Returns the receiver of SMS events, whose shape is not public. */
    public WebhookReceiver<Json> sms() {
        return receiver(JsonType.of(Json.class));
    }

    /** Returns the receiver of new users; a changed user is refused as unreadable. */
    public WebhookReceiver<UserEvent> userCreated() {
        return userEvents(true);
    }

    /** Returns the receiver of changed users; a new user is refused as unreadable. */
    public WebhookReceiver<UserEvent> userChanged() {
        return userEvents(false);
    }

    /** Returns the receiver of new and changed users, for one address that serves both. */
    public WebhookReceiver<UserEvent> userEvents() {
        return receiver(JsonType.of(UserEvent.class));
    }

    /**
     * Returns the receiver of an address that serves several events: each is recognised by its shape, which is inferred.
     * Prefer one address for each event.
     */
    public WebhookReceiver<VccEvent> anyEvent() {
        return WebhookReceiver.of(verifier, request -> EventShape.read(payload.json(request)));
    }

    /** Returns what decides whether agents may log in to projects. */
    public SyncGate<ProjectLogin, LoginDecision> projectLogin(GateRules rules) {
        LoginDecision otherwise = rules.onFailure() == OnFailure.ALLOW ? LoginDecision.allow() : LoginDecision.deny();
        return new SyncGate<>(
                receiver(JsonType.of(ProjectLogin.class)),
                rules,
                LoginReply::of,
                login -> LoginReply.of(login, otherwise));
    }

    /**
     * Returns what answers a step of an IVR.
     *
     * @param otherwise what the step gets where the handler fails and the rules say {@code ALLOW}; where they say
     *     {@code DENY}, it gets status 500
     */
    public SyncGate<IvrRequest, IvrResponse> ivr(GateRules rules, IvrResponse otherwise) {
        return new SyncGate<>(
                WebhookReceiver.of(verifier, new IvrReader(payload, payload.notData())::read),
                rules,
                (question, answer) -> answer.toReply(),
                question -> rules.onFailure() == OnFailure.ALLOW
                        ? otherwise.toReply()
                        : WebhookReply.text(500, "no answer"));
    }

    private WebhookReceiver<UserEvent> userEvents(boolean created) {
        return WebhookReceiver.of(verifier, request -> {
            UserEvent event = payload.read(JsonType.of(UserEvent.class), request);
            if (event.isCreated() != created) {
                throw new WebhookException(
                        WebhookException.Reason.UNREADABLE,
                        created
                                ? "a changed user where a new one was expected"
                                : "a new user where a changed one was expected");
            }
            return event;
        });
    }

    private <E> WebhookReceiver<E> receiver(JsonType<E> type) {
        return WebhookReceiver.of(verifier, request -> payload.read(type, request));
    }

    /** Collects how the webhooks are protected. */
    public static final class Builder {

        private String secretName = "";
        private Optional<Secret> secret = Optional.empty();
        private Optional<WebhookCipher> cipher = Optional.empty();
        private Optional<AddressRanges> origin = Optional.empty();

        private Builder() {}

        /** Sets the query parameter that holds the shared secret, and the secret. */
        public Builder sharedSecret(String parameter, Secret value) {
            if (parameter.isBlank() || parameter.equals(PayloadReader.IV)) {
                throw new IllegalArgumentException("parameter must not be blank or 'iv'");
            }
            secretName = parameter;
            secret = Optional.of(Objects.requireNonNull(value, "sharedSecret"));
            return this;
        }

        /** Sets how bodies are encrypted; they are not by default. Requests that are not encrypted are refused then. */
        public Builder encryption(WebhookCipher newCipher) {
            cipher = Optional.of(Objects.requireNonNull(newCipher, "encryption"));
            return this;
        }

        /**
         * Takes webhooks from these addresses only, besides the shared secret; from all by default. The vendor lists its
         * own on its page of firewall settings. Behind a proxy, all webhooks come from the proxy.
         */
        public Builder onlyFrom(AddressRanges addresses) {
            origin = Optional.of(Objects.requireNonNull(addresses, "onlyFrom"));
            return this;
        }

        /**
         * Returns the receivers.
         *
         * @throws IllegalArgumentException if the shared secret is missing
         */
        public VccWebhooks build() {
            Secret expected = secret.orElseThrow(() -> new IllegalArgumentException("sharedSecret is missing"));
            String parameter = secretName;
            SignatureVerifier secretInUrl = SignatureVerifier.sharedKey(expected, request -> request.query(parameter));
            return new VccWebhooks(
                    origin.map(addresses -> SignatureVerifier.onlyFrom(addresses, secretInUrl))
                            .orElse(secretInUrl),
                    new PayloadReader(parameter, cipher));
        }
    }
}
