package io.mostik.core.webhook;

import io.mostik.core.once.InboxListener;
import io.mostik.core.webhook.WebhookListener.Notice;
import io.mostik.core.webhook.WebhookListener.Result;
import java.util.Optional;

/** Tells a receiver's listeners of handlers that fail behind its inbox. */
record InboxNotices(ReceiverSettings<?> settings) implements InboxListener {

    @Override
    public void failed(String inbox, String id, int attempt, boolean dead, Throwable failure) {
        String reason = failure.getClass().getName() + ", try " + attempt + (dead ? ", dead letter" : "");
        WebhookLog.tell(
                settings.listeners,
                new Notice(settings.name, Result.HANDLER_FAILED, reason, inbox, Optional.of(id), Optional.of(failure)));
    }
}
