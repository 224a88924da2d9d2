package io.mostik.core.webhook;

import io.mostik.core.WebhookException;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.InboxBuilder;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookListener.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns requests into typed events: first the proof, then the content. The recommended way is an inbox, which stores an
 * event before the sender gets the answer "received" and handles it later:
 *
 * <pre>{@code
 * WebhookReceiver<RemOnlineEvent> receiver = RemOnlineWebhooks.builder().secret(secret).build();
 * Inbox<RemOnlineEvent> inbox = receiver.inbox(once).open(event -> crm.note(event)).start(executor);
 * server.createContext("/remonline", WebhookHttpHandler.of(receiver, inbox));
 * }</pre>
 *
 * <p>Without one, {@link #once} remembers events that were handled, and {@link #handle} runs the handler before the sender
 * is answered. A receiver alone remembers nothing. What is refused, and what fails, is told to {@link #listener listeners}
 * and to the log {@code io.mostik.webhook}: the reason, names and sizes, never values. Immutable and thread-safe; each
 * method that changes something returns another receiver.
 *
 * @param <E> the event
 */
public final class WebhookReceiver<E> {

    private final ReceiverSettings<E> settings;
    private final Reception<E> reception;

    private WebhookReceiver(ReceiverSettings<E> settings) {
        this.settings = settings;
        this.reception = new Reception<>(settings);
    }

    /**
     * Returns a receiver of posted bodies up to 1 MB.
     *
     * @param name 1 to 52 characters of {@code a-z 0-9 . / -}; ids are remembered under it, so it must stay the same, and two
     *     receivers over one store need two names
     * @param authentication proves where a request comes from
     * @param reader reads a proven request; what it throws means that the content cannot be read
     */
    public static <E> WebhookReceiver<E> of(
            String name, WebhookAuthentication authentication, Function<WebhookRequest, E> reader) {
        return new WebhookReceiver<>(new ReceiverSettings<>(name, authentication, reader));
    }

    /** Returns this receiver under another name. */
    public WebhookReceiver<E> name(String name) {
        return with(changed -> changed.name = ReceiverSettings.checked(name));
    }

    /** Returns this receiver with another size limit, in bytes; more is answered with 413. */
    public WebhookReceiver<E> largestBody(int bytes) {
        return with(changed -> changed.largestBody = bytes);
    }

    /** Returns this receiver for other verbs; others are answered with 405. {@code POST} by default. */
    public WebhookReceiver<E> methods(String... methods) {
        return with(changed -> changed.methods = Set.of(methods));
    }

    /**
     * Returns this receiver with what tells two events apart. Where a signature covers an id, both must be the same.
     *
     * @param id the event's id; the same each time the event is sent
     */
    public WebhookReceiver<E> identity(Function<? super E, String> id) {
        return with(changed -> changed.identity = Optional.of(id));
    }

    /** Returns this receiver with another answer to what it took; 200 and {@code OK} by default. */
    public WebhookReceiver<E> reply(WebhookReply accepted) {
        return with(changed -> changed.accepted = accepted);
    }

    /**
     * Returns this receiver that answers checks of its address, before any proof; see {@link WebhookChallenge}.
     *
     * @param answer the answer to a check; empty for everything else. Sees the head of a request only
     */
    public WebhookReceiver<E> challenge(Function<WebhookRequest, Optional<WebhookReply>> answer) {
        return with(changed -> changed.challenge = answer);
    }

    /** Returns this receiver with one more listener. */
    public WebhookReceiver<E> listener(WebhookListener listener) {
        return with(changed -> changed.add(listener));
    }

    /** Returns this receiver keeping further headers in an inbox, for the reader; {@code Content-Type} is always kept. */
    public WebhookReceiver<E> keepingHeaders(String... names) {
        return with(changed -> changed.keep(names));
    }

    /**
     * Returns this receiver reading bodies as they come, for what is too large for memory, where the head proves the
     * request. All others are read into memory and refused above {@link #largestBody}.
     *
     * @param reader makes an event of a body as it comes
     */
    public WebhookReceiver<E> streaming(StreamReader<E> reader) {
        return with(changed -> changed.stream = Optional.of(reader));
    }

    /**
     * Returns this receiver remembering the events that were handled: each is handled once, and 503 is answered while
     * it is being handled. The lease lasts 10 seconds and is renewed while the handler runs, so that after a crash the
     * sender's next try is handled. Three round trips to the store for a new event, one for a known one.
     *
     * @param once made once for an application; one receiver for each name
     */
    public WebhookReceiver<E> once(Once once) {
        return once(once, Duration.ofDays(30));
    }

    /** Returns this receiver remembering the events that were handled for a while; a copy that comes later is handled again. */
    public WebhookReceiver<E> once(Once once, Duration keep) {
        return once(once, keep, HandledEvents.LEASE);
    }

    WebhookReceiver<E> once(Once once, Duration keep, Duration lease) {
        settings.requireIdentity();
        HandledEvents memory = HandledEvents.over(once, settings.name, keep, lease);
        return with(changed -> changed.memory = Optional.of(memory));
    }

    /** Returns the builder of an inbox for this receiver's events, under its name. */
    public InboxBuilder<E> inbox(Once once) {
        return inbox(once, settings.name);
    }

    /** Returns the builder of one of several inboxes: each has handlers, tries and dead letters of its own. */
    public InboxBuilder<E> inbox(Once once, String name) {
        settings.requireIdentity();
        return Inbox.builder(once, name, reception::readStored).listener(reception);
    }

    /**
     * Proves and reads a request, without remembering it.
     *
     * @throws WebhookException if it is too large, not proven, or not readable
     */
    public E receive(WebhookRequest request) {
        VerifiedRequest<E> received = reception.take(request);
        return received.event().orElseThrow(received::unreadable);
    }

    /**
     * Receives a request, hands the event to a handler and says what to answer: success only after the handler is done,
     * 500 if it throws, so that the sender comes again.
     */
    public WebhookReply handle(WebhookRequest request, Consumer<? super E> handler) {
        return endpoint(handler).handle(request);
    }

    /** Receives a request, stores its event in an inbox and says what to answer: success once it is stored, or was before. */
    public WebhookReply accept(WebhookRequest request, Inbox<E> inbox) {
        return endpoint(inbox).handle(request);
    }

    /** Returns what hands each event to a handler. */
    public WebhookEndpoint endpoint(Consumer<? super E> handler) {
        return serving(new HandlerDelivery<>(settings, handler));
    }

    /**
     * Returns what stores each event in an inbox.
     *
     * @throws IllegalStateException if this receiver remembers events by itself
     */
    public WebhookEndpoint endpoint(Inbox<E> inbox) {
        return endpoint(List.of(inbox));
    }

    /**
     * Returns what stores each event in several inboxes. The sender gets the answer "received" when all have stored it.
     *
     * @throws IllegalStateException if this receiver remembers events by itself
     */
    public WebhookEndpoint endpoint(List<Inbox<E>> inboxes) {
        if (settings.memory.isPresent()) {
            throw new IllegalStateException(
                    settings.name + " remembers events by once(); an inbox would be a second memory");
        }
        return serving(new InboxDelivery<>(settings, List.copyOf(inboxes)));
    }

    /** Returns what answers each event itself, for senders that wait for a decision. What is refused is answered here. */
    public WebhookEndpoint answering(Function<? super E, WebhookReply> answer) {
        return serving(received -> {
            WebhookReply reply = answer.apply(received.event().orElseThrow(received::unreadable));
            Result result = reply.status() / 100 == 2 ? Result.ACCEPTED : Result.FAILED;
            reception.tell(result, "", received.request(), received.id());
            return reply;
        });
    }

    private WebhookEndpoint serving(Delivery<E> delivery) {
        return new ReceiverEndpoint<>(settings, reception, delivery);
    }

    private WebhookReceiver<E> with(Consumer<ReceiverSettings<E>> change) {
        ReceiverSettings<E> changed = new ReceiverSettings<>(settings);
        change.accept(changed);
        return new WebhookReceiver<>(changed);
    }

    @Override
    public String toString() {
        return "WebhookReceiver[" + settings.name + "]";
    }

    /**
     * Makes an event of a body as it comes.
     *
     * @param <E> the event
     */
    @FunctionalInterface
    public interface StreamReader<E> {

        /** Reads a proven request to its end. */
        Streamed<E> read(StreamingWebhookRequest request) throws IOException;
    }

    /**
     * What a body was that was read as it came.
     *
     * @param rest the request with what is left of its body in memory; an inbox keeps it
     * @param event the event; empty if it cannot be read at present, which an inbox keeps as well
     * @param trouble why it cannot be read, without content
     * @param <E> the event
     */
    public record Streamed<E>(WebhookRequest rest, Optional<E> event, String trouble) {

        /** Creates one that was read. */
        public Streamed(WebhookRequest rest, E event) {
            this(rest, Optional.of(event), "");
        }

        /** Returns one that cannot be read at present. */
        public static <E> Streamed<E> unreadable(WebhookRequest rest, String trouble) {
            return new Streamed<>(rest, Optional.empty(), trouble);
        }
    }
}
