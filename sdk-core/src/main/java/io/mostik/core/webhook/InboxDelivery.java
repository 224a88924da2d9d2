package io.mostik.core.webhook;

import io.mostik.core.once.Inbox;
import io.mostik.core.webhook.WebhookListener.Result;
import java.util.List;
import java.util.Optional;

/** Stores each event in inboxes, and answers when all have it: a sender that comes again fills what is missing. */
final class InboxDelivery<E> implements Delivery<E> {

    private final ReceiverSettings<E> settings;
    private final Reception<E> reception;
    private final List<Inbox<E>> inboxes;

    InboxDelivery(ReceiverSettings<E> settings, List<Inbox<E>> inboxes) {
        if (inboxes.isEmpty()) {
            throw new IllegalArgumentException("inboxes must not be empty");
        }
        this.settings = settings;
        this.reception = new Reception<>(settings);
        this.inboxes = inboxes;
    }

    @Override
    public WebhookReply deliver(VerifiedRequest<E> received) {
        String text = StoredRequest.write(received.request(), settings.authentication, settings.keptHeaders);
        boolean isNew = false;
        for (Inbox<E> inbox : inboxes) {
            isNew |= isWhole(received)
                    ? inbox.accept(received.id().get(), received.event().get(), text)
                    : inbox.acceptUnreadable(received.idOrDigest(), text, "unreadable");
        }
        Result result = isNew ? (isWhole(received) ? Result.ACCEPTED : Result.KEPT_UNREADABLE) : Result.DUPLICATE;
        reception.tell(
                result,
                isWhole(received) ? "" : received.trouble(),
                received.request(),
                Optional.of(received.idOrDigest()));
        return settings.accepted;
    }

    private static boolean isWhole(VerifiedRequest<?> received) {
        return received.event().isPresent() && received.id().isPresent();
    }
}
