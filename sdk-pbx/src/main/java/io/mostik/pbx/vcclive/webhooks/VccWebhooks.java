package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
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
 * hand its requests to the receiver of that event. The vendor signs nothing; the proof is a secret that is in the
 * query of the registered address, such as {@code https://you.example/vcc/disposition?secret-key=…}.
 *
 * <pre>{@code
 * VccWebhooks webhooks = VccWebhooks.builder().secret("secret-key", secret).build();
 * WebhookReceiver<CallDisposition> receiver = webhooks.callDisposition();
 * Inbox<CallDisposition> inbox = receiver.inbox(once).open(call -> crm.note(call)).start(executor);
 * server.createContext("/vcc/disposition", WebhookHttpHandler.of(receiver, inbox));
 * }</pre>
 *
 * <p>Answer with exactly the {@link io.mostik.core.webhook.WebhookReply} that a receiver returns: anything but 200 makes the
 * vendor send again. A log-in and an IVR question wait for the answer: see {@link #projectLogin} and {@link #ivr}.
 * Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/webhook/overview/about-webhooks">the vendor's guide</a>
 */
public final class VccWebhooks {

    private static final String[] METHODS = {"GET", "POST", "PUT", "DELETE"};

    private final String name;
    private final WebhookAuthentication authentication;
    private final PayloadReader payload;
    private final TimeSource time;

    private VccWebhooks(String name, WebhookAuthentication authentication, PayloadReader payload, TimeSource time) {
        this.time = time;
        this.name = name;
        this.authentication = authentication;
        this.payload = payload;
    }

    /** Returns a builder; the shared secret is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the receiver of dispositions that agents and the dialer set. */
    public WebhookReceiver<CallDisposition> callDisposition() {
        return receiver("disposition", request -> EventReader.disposition(payload.json(request)))
                .identity(EventIdentity::of);
    }

    /**
     * Returns the receiver of dispositions set in the mobile application, whose shape is not public. One with {@code uuid},
     * {@code timestamp} or {@code create_time}, which is inferred, is known again when it is repeated; any other is an event
     * of its own each time.
     */
    public WebhookReceiver<Json> mobileDisposition() {
        return unknown("mobile-disposition");
    }

    /** Returns the receiver of payments during calls. */
    public WebhookReceiver<PaymentTransaction> paymentTransaction() {
        return receiver("payment", request -> EventReader.payment(payload.json(request)))
                .identity(EventIdentity::of);
    }

    /**
     * Returns the receiver of SMS events, whose shape is not public. They are known again as those of
     * {@link #mobileDisposition}.
     */
    public WebhookReceiver<Json> sms() {
        return unknown("sms");
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
        return receiver("users", request -> EventReader.user(payload.json(request)))
                .identity(EventIdentity::of);
    }

    /** Returns the receiver of tickets that were made, changed or deleted; see {@link TicketEvent} on repetitions. */
    public WebhookReceiver<TicketEvent> ticketStatus() {
        return receiver("tickets", request -> EventReader.ticket(payload.json(request)))
                .identity(event -> EventIdentity.of(event, time.now()));
    }

    /** Returns the receiver of chats that an agent closed. */
    public WebhookReceiver<ChatEvent> chat() {
        return receiver("chats", request -> EventReader.chat(payload.json(request)))
                .identity(EventIdentity::of);
    }

    /**
     * Returns the receiver of an address that serves several events: each is recognised by its shape, which is inferred; one
     * of no known shape is an {@link UnknownEvent}. Prefer one address for each event.
     */
    public WebhookReceiver<VccEvent> anyEvent() {
        return receiver("events", request -> EventShape.read(payload.json(request)))
                .identity(event -> event instanceof TicketEvent ticket
                        ? EventIdentity.of(ticket, time.now())
                        : EventIdentity.of(event));
    }

    /** Returns what decides whether agents may log in to projects. */
    public SynchronousWebhook<ProjectLogin, LoginDecision> projectLogin(TimeoutPolicy rules) {
        LoginDecision otherwise =
                rules.onFailure() == FallbackDecision.ALLOW ? LoginDecision.allow() : LoginDecision.deny();
        return new SynchronousWebhook<>(
                receiver("project-login", request -> EventReader.login(payload.json(request))),
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
    public SynchronousWebhook<IvrRequest, IvrResponse> ivr(TimeoutPolicy rules, IvrResponse otherwise) {
        return new SynchronousWebhook<>(
                receiver("ivr", new IvrReader(payload, payload.notData())::read),
                rules,
                (question, answer) -> answer.toReply(),
                question -> rules.onFailure() == FallbackDecision.ALLOW
                        ? otherwise.toReply()
                        : WebhookReply.text(500, "no answer"));
    }

    private WebhookReceiver<UserEvent> userEvents(boolean created) {
        Function<WebhookRequest, UserEvent> reader = request -> {
            UserEvent event = EventReader.user(payload.json(request));
            if (event.isCreated() != created) {
                throw new WebhookException(
                        WebhookException.Reason.UNREADABLE,
                        created
                                ? "a changed user where a new one was expected"
                                : "a new user where a changed one was expected");
            }
            return event;
        };
        return receiver(created ? "user-created" : "user-changed", reader).identity(EventIdentity::of);
    }

    private WebhookReceiver<Json> unknown(String event) {
        return receiver(event, request -> payload.read(JsonType.of(Json.class), request))
                .identity(EventIdentity::of);
    }

    private <E> WebhookReceiver<E> receiver(String event, Function<WebhookRequest, E> reader) {
        return WebhookReceiver.of(name + "/" + event, authentication, reader).methods(METHODS);
    }

    /** Collects how the webhooks are protected. */
    public static final class Builder {

        private String name = "vcclive";
        private String secretName = "";
        private Optional<Secret> secret = Optional.empty();
        private Optional<WebhookCipher> cipher = Optional.empty();
        private Optional<AddressRanges> origin = Optional.empty();
        private TimeSource time = TimeSource.system();

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

        /** Sets the clock that tells whether an event of a ticket came again soon; the system's by default. */
        public Builder time(TimeSource newTime) {
            time = Objects.requireNonNull(newTime, "time");
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
                    name,
                    origin.map(secretInUrl::onlyFrom).orElse(secretInUrl),
                    new PayloadReader(parameter, cipher),
                    time);
        }
    }
}
