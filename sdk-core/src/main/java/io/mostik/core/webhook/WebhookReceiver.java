package io.mostik.core.webhook;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.WebhookException;
import io.mostik.core.json.JsonException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns raw requests into typed events: size first, then proof, then content. Immutable and thread-safe.
 *
 * @param <E> the event
 */
public final class WebhookReceiver<E> {

    private static final int DEFAULT_LARGEST_BODY = 1024 * 1024;
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final SignatureVerifier verifier;
    private final Function<WebhookRequest, E> reader;
    private final int largestBody;
    private final Optional<Once<E>> once;

    private WebhookReceiver(
            SignatureVerifier verifier, Function<WebhookRequest, E> reader, int largestBody, Optional<Once<E>> once) {
        this.verifier = verifier;
        this.reader = reader;
        this.largestBody = largestBody;
        this.once = once;
    }

    /**
     * Returns a receiver.
     *
     * @param verifier proves where a request comes from
     * @param reader reads a proven request; may throw {@link JsonException} or {@link WebhookException}
     */
    public static <E> WebhookReceiver<E> of(SignatureVerifier verifier, Function<WebhookRequest, E> reader) {
        return new WebhookReceiver<>(
                Objects.requireNonNull(verifier, "verifier"),
                Objects.requireNonNull(reader, "reader"),
                DEFAULT_LARGEST_BODY,
                Optional.empty());
    }

    /** Returns this receiver with another size limit, in bytes; 1 MB by default. */
    public WebhookReceiver<E> largestBody(int bytes) {
        return new WebhookReceiver<>(verifier, reader, bytes, once);
    }

    /**
     * Returns this receiver handing each event to the handler once, however often the vendor sends it.
     *
     * @param key what tells two events apart
     * @param store where seen keys are kept
     * @param remember for how long
     */
    public WebhookReceiver<E> once(Function<E, String> key, StateStore store, Duration remember) {
        return new WebhookReceiver<>(verifier, reader, largestBody, Optional.of(new Once<>(key, store, remember)));
    }

    int largestBody() {
        return largestBody;
    }

    /**
     * Proves and reads a request.
     *
     * @throws WebhookException if it is too large, not proven, or not readable
     */
    public E receive(WebhookRequest request) {
        if (request.body().length > largestBody) {
            throw new WebhookException(WebhookException.Reason.TOO_LARGE, "more than " + largestBody + " bytes");
        }
        verifier.verify(request);
        try {
            return reader.apply(request);
        } catch (JsonException e) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "content cannot be read: " + e.getMessage());
        }
    }

    /**
     * Receives a request, hands the event to a handler and says what to answer: success only after the handler is done,
     * 500 if it throws, so that the vendor sends again.
     */
    public WebhookReply handle(WebhookRequest request, Consumer<? super E> handler) {
        E event;
        try {
            event = receive(request);
        } catch (WebhookException e) {
            return WebhookReply.text(e.reason().status(), e.reason().name());
        }
        try {
            return once.isPresent() ? once.get().handle(event, handler) : handled(event, handler);
        } catch (RuntimeException e) {
            System.getLogger("io.mostik.webhook")
                    .log(
                            System.Logger.Level.WARNING,
                            "webhook handler failed: " + e.getClass().getName());
            return WebhookReply.text(500, "handler failed");
        }
    }

    private static <E> WebhookReply handled(E event, Consumer<? super E> handler) {
        handler.accept(event);
        return WebhookReply.ok();
    }

    /** Delivers each event once: claims its key, handles it, and only then remembers it for long. */
    private record Once<E>(Function<E, String> key, StateStore store, Duration remember) {

        private static final String CLAIMED = "claimed";
        private static final String DONE = "done";

        WebhookReply handle(E event, Consumer<? super E> handler) {
            String name = key.apply(event);
            if (!store.replace(name, CLAIMED, StateStore.ABSENT, Optional.of(CLAIM))) {
                boolean done = store.find(name)
                        .filter(entry -> entry.value().equals(DONE))
                        .isPresent();
                return done ? WebhookReply.ok() : WebhookReply.text(503, "the same event is being handled");
            }
            long version = store.find(name).map(StateStore.Entry::version).orElse(StateStore.ABSENT);
            try {
                handler.accept(event);
            } catch (RuntimeException e) {
                store.remove(name, version);
                throw e;
            }
            remember(name, version);
            return WebhookReply.ok();
        }

        /** The event was handled. That the store cannot note it is no reason to tell the vendor otherwise. */
        private void remember(String name, long version) {
            try {
                store.replace(name, DONE, version, Optional.of(remember));
            } catch (StateStoreException e) {
                System.getLogger("io.mostik.webhook")
                        .log(System.Logger.Level.WARNING, "a handled event could not be remembered: " + e.getMessage());
            }
        }
    }
}
