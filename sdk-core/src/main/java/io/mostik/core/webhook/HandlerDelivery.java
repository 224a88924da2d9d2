package io.mostik.core.webhook;

import io.mostik.core.once.HandlerFailure;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.How;
import io.mostik.core.webhook.WebhookListener.Result;
import java.util.Objects;
import java.util.function.Consumer;

/** Hands each event to a handler, and answers when it is done. */
final class HandlerDelivery<E> implements Delivery<E> {

    private final ReceiverSettings<E> settings;
    private final Reception<E> reception;
    private final Consumer<? super E> handler;

    HandlerDelivery(ReceiverSettings<E> settings, Consumer<? super E> handler) {
        this.settings = settings;
        this.reception = new Reception<>(settings);
        this.handler = Objects.requireNonNull(handler, "handler");
    }

    @Override
    public WebhookReply deliver(VerifiedRequest<E> received) {
        E event = received.event().orElseThrow(received::unreadable);
        Runnable work = () -> handler.accept(event);
        if (settings.memory.isEmpty()) {
            HandlerFailure.guard(work);
            return accepted(received, Result.ACCEPTED);
        }
        OnceResult<Boolean> known = settings.memory.get().handle(received.id().orElseThrow(received::unreadable), work);
        if (known instanceof OnceResult.Done<Boolean> done) {
            return accepted(received, done.how() == How.SENT ? Result.ACCEPTED : Result.DUPLICATE);
        }
        reception.tell(Result.IN_PROGRESS, "", received.request(), received.id());
        return WebhookReply.text(503, "the same event is being handled").header("Retry-After", "2");
    }

    private WebhookReply accepted(VerifiedRequest<E> received, Result result) {
        reception.tell(result, "", received.request(), received.id());
        return settings.accepted;
    }
}
