package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Receives what VCC Live sends. The vendor names the event nowhere in a request: register an address for each event, and
 * hand its requests to the receiver of that event. The vendor signs nothing; the proof is a secret that stands in the
 * query of the registered address, such as {@code https://you.example/vcc/disposition?secret-key=…}. Answer with exactly
 * the reply that a receiver returns: anything but 200 makes the vendor send again. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/webhook/overview/about-webhooks">the vendor's guide</a>
 */
public final class VccWebhooks {

    private static final String[] METHODS = {"GET", "POST", "PUT", "DELETE"};

    private final String name;
    private final WebhookAuthentication authentication;
    private final PayloadReader payload;

    private VccWebhooks(String name, WebhookAuthentication authentication, PayloadReader payload) {
        this.name = name;
        this.authentication = authentication;
        this.payload = payload;
    }

    /** Returns a builder; the shared secret is yet to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the receiver of dispositions that agents and the dialer set. */
    public WebhookReceiver<CallDisposition> callDisposition() {
        return receiver("disposition", JsonType.of(CallDisposition.class)).identity(CallDisposition::deliveryKey);
    }

    /** Returns the receiver of dispositions set in the mobile application, whose shape is not public. */
    public WebhookReceiver<Json> mobileDisposition() {
        return receiver("mobile-disposition", JsonType.of(Json.class)).identity(VccWebhooks::digest);
    }

    /** Returns the receiver of payments during calls. */
    public WebhookReceiver<PaymentTransaction> paymentTransaction() {
        return receiver("payment", JsonType.of(PaymentTransaction.class)).identity(PaymentTransaction::deliveryKey);
    }

    /** Returns the receiver of SMS events, whose shape is not public. */
    public WebhookReceiver<Json> sms() {
        return receiver("sms", JsonType.of(Json.class)).identity(VccWebhooks::digest);
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
        return receiver("users", JsonType.of(UserEvent.class)).identity(UserEvent::deliveryKey);
    }

    /**
     * Returns the receiver of an address that serves several events: each is recognised by its shape, which is inferred.
     * Prefer one address for each event.
     */
    public WebhookReceiver<VccEvent> anyEvent() {
        return receiver("events", request -> EventShape.read(payload.json(request)))
                .identity(VccWebhooks::id);
    }

    /** Returns what decides whether agents may log in to projects. */
    public SyncGate<ProjectLogin, LoginDecision> projectLogin(GateRules rules) {
        LoginDecision otherwise = rules.onFailure() == OnFailure.ALLOW ? LoginDecision.allow() : LoginDecision.deny();
        return new SyncGate<>(
                receiver("project-login", JsonType.of(ProjectLogin.class)),
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
                receiver("ivr", new IvrReader(payload, payload.notData())::read),
                rules,
                (question, answer) -> answer.toReply(),
                question -> rules.onFailure() == OnFailure.ALLOW
                        ? otherwise.toReply()
                        : WebhookReply.text(500, "no answer"));
    }

    private WebhookReceiver<UserEvent> userEvents(boolean created) {
        Function<WebhookRequest, UserEvent> reader = request -> {
            UserEvent event = payload.read(JsonType.of(UserEvent.class), request);
            if (event.isCreated() != created) {
                throw new WebhookException(
                        WebhookException.Reason.UNREADABLE,
                        created
                                ? "a changed user where a new one was expected"
                                : "a new user where a changed one was expected");
            }
            return event;
        };
        return receiver(created ? "user-created" : "user-changed", reader).identity(UserEvent::deliveryKey);
    }

    private <E> WebhookReceiver<E> receiver(String event, JsonType<E> type) {
        return receiver(event, request -> payload.read(type, request));
    }

    private <E> WebhookReceiver<E> receiver(String event, Function<WebhookRequest, E> reader) {
        return WebhookReceiver.of(name + "/" + event, authentication, reader).methods(METHODS);
    }

    private static String digest(Json event) {
        return DeliveryKey.of("event", String.valueOf(event.value()));
    }

    private static String id(VccEvent event) {
        if (event instanceof CallDisposition disposition) {
            return disposition.deliveryKey();
        }
        if (event instanceof PaymentTransaction payment) {
            return payment.deliveryKey();
        }
        return event instanceof UserEvent user ? user.deliveryKey() : DeliveryKey.of("event", event.toString());
    }

    /** Collects how the webhooks are protected. */
    public static final class Builder {

        private String name = "vcclive";
        private String secretName = "";
        private Optional<Secret> secret = Optional.empty();
        private Optional<WebhookCipher> cipher = Optional.empty();
        private Optional<AddressRanges> origin = Optional.empty();

        private Builder() {}

        /** Sets the query parameter that holds the shared secret, and the secret. Required. */
        public Builder secret(String parameter, Secret value) {
            if (parameter.isBlank() || parameter.equals(PayloadReader.IV)) {
                throw new IllegalArgumentException("parameter must not be blank or 'iv'");
            }
            secretName = parameter;
            secret = Optional.of(Objects.requireNonNull(value, "secret"));
            return this;
        }

        /** Sets the name under which receivers remember; another one for each account. {@code vcclive} by default. */
        public Builder name(String newName) {
            name = Objects.requireNonNull(newName, "name");
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
         * @throws IllegalArgumentException if the secret is missing
         */
        public VccWebhooks build() {
            Secret expected = secret.orElseThrow(() -> new IllegalArgumentException("secret is missing"));
            String parameter = secretName;
            WebhookAuthentication secretInUrl = WebhookAuthentication.parameter(parameter, expected);
            return new VccWebhooks(
                    name, origin.map(secretInUrl::onlyFrom).orElse(secretInUrl), new PayloadReader(parameter, cipher));
        }
    }
}
