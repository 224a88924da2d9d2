package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Answers a question that the vendor waits for. A request that is not proven or not readable is refused by its status;
 * one whose handler fails or takes too long is answered as {@link TimeoutPolicy} says. Thread-safe.
 *
 * @param <Q> the question
 * @param <A> the answer
 */
public final class SynchronousWebhook<Q, A> {

    private final WebhookReceiver<Q> receiver;
    private final TimeoutPolicy rules;
    private final BiFunction<Q, A, WebhookReply> writer;
    private final Function<Q, WebhookReply> fallback;

    SynchronousWebhook(
            WebhookReceiver<Q> receiver,
            TimeoutPolicy rules,
            BiFunction<Q, A, WebhookReply> writer,
            Function<Q, WebhookReply> fallback) {
        this.receiver = receiver;
        this.rules = rules;
        this.writer = writer;
        this.fallback = fallback;
    }

    /** Returns what to answer, after asking the handler. */
    public WebhookReply answer(WebhookRequest request, Function<? super Q, ? extends A> handler) {
        return endpoint(handler).handle(request);
    }

    /** Returns what serves the address of this webhook, with a handler that decides. */
    public WebhookEndpoint endpoint(Function<? super Q, ? extends A> handler) {
        return receiver.answering(question -> {
            Optional<A> answer = rules.decide(() -> handler.apply(question));
            return answer.isPresent() ? writer.apply(question, answer.get()) : fallback.apply(question);
        });
    }
}
