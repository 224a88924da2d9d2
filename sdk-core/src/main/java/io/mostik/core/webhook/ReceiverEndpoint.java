package io.mostik.core.webhook;

import io.mostik.core.WebhookException;
import io.mostik.core.json.JsonException;
import io.mostik.core.webhook.WebhookListener.Result;
import io.mostik.core.webhook.WebhookReceiver.Streamed;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers the requests of one receiver: nothing that came, and nothing that a handler throws, gets out of it. */
final class ReceiverEndpoint<E> implements WebhookEndpoint {

    private final ReceiverSettings<E> settings;
    private final Reception<E> reception;
    private final Delivery<E> delivery;

    ReceiverEndpoint(ReceiverSettings<E> settings, Reception<E> reception, Delivery<E> delivery) {
        this.settings = settings;
        this.reception = reception;
        this.delivery = delivery;
    }

    @Override
    public WebhookReply handle(WebhookRequest request) {
        if (isStreamed(request)) {
            try {
                return handle(StreamingWebhookRequest.of(request));
            } catch (IOException e) {
                return reception.failed(request, Optional.empty(), e);
            }
        }
        return handleHead(request).orElseGet(() -> deliver(request, () -> reception.take(request)));
    }

    @Override
    public WebhookReply handle(StreamingWebhookRequest request) throws IOException {
        WebhookRequest head = request.head();
        Optional<WebhookReply> early = handleHead(head);
        if (early.isPresent()) {
            return early.get();
        }
        try {
            if (isStreamed(head)) {
                WebhookProof proof = settings.authentication.verify(head);
                Streamed<E> streamed = settings.stream.orElseThrow().read(request);
                return deliver(streamed.rest(), () -> reception.streamed(streamed, proof));
            }
            WebhookRequest whole = request.whole(settings.largestBody);
            return deliver(whole, () -> reception.take(whole));
        } catch (WebhookException e) {
            return reception.refused(head, e);
        } catch (JsonException e) {
            String why = "content cannot be read: " + e.getMessage();
            return reception.refused(head, new WebhookException(WebhookException.Reason.UNREADABLE, why));
        } catch (RuntimeException | Error e) {
            return reception.failed(head, Optional.empty(), e);
        }
    }

    @Override
    public Optional<WebhookReply> handleHead(WebhookRequest head) {
        try {
            Optional<WebhookReply> early = reception.checkHead(head);
            early.ifPresent(reply -> reception.tell(Result.CHECKED, "", head, Optional.empty()));
            return early;
        } catch (WebhookException e) {
            return Optional.of(reception.refused(head, e));
        } catch (RuntimeException | Error e) { // a proof or a challenge that the embedder wrote
            return Optional.of(reception.failed(head, Optional.empty(), e));
        }
    }

    @Override
    public boolean isProvenByHead(WebhookRequest head) {
        return settings.authentication.isProvenByHead(head);
    }

    @Override
    public int largestBody() {
        return settings.largestBody;
    }

    @Override
    public void bodyFailed(WebhookRequest head, IOException failure) {
        String why = "the body did not arrive completely: " + failure.getClass().getSimpleName();
        reception.tell(Result.REFUSED, why, head, Optional.empty());
    }

    private boolean isStreamed(WebhookRequest head) {
        return settings.stream.isPresent() && isProvenByHead(head);
    }

    private WebhookReply deliver(WebhookRequest request, Supplier<VerifiedRequest<E>> take) {
        Optional<String> id = Optional.empty();
        try {
            VerifiedRequest<E> received = take.get();
            id = received.id();
            return delivery.deliver(received);
        } catch (WebhookException e) {
            return reception.refused(request, e);
        } catch (RuntimeException | Error e) {
            return reception.failed(request, id, e);
        }
    }
}
