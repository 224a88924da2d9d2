package io.mostik.pbx.vipex.hooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.web.Hook;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Receives incoming calls. */
final class IncomingCallHook implements Hook {

    private final HookSource source;
    private final WebhookReceiver<IncomingCall> receiver;
    private final Consumer<IncomingCall> handler;

    IncomingCallHook(HookSource source, Consumer<IncomingCall> handler) {
        this.source = source;
        this.receiver = WebhookReceiver.of(source.verifier(), this::read).largestBody(largestBody());
        this.handler = handler;
    }

    @Override
    public WebhookReply handle(WebhookRequest request) {
        return receiver.handle(request, handler);
    }

    @Override
    public Optional<String> challenge() {
        return source.proof().challenge();
    }

    private IncomingCall read(WebhookRequest request) {
        List<Json> items = source.items(request);
        if (items.size() != 1) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "one call was expected");
        }
        HookProfile profile = source.profile();
        return new CallReader(profile.incoming(), profile.values(), items.get(0)).incoming();
    }
}
