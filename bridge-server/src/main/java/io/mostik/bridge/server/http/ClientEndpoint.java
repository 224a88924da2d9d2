package io.mostik.bridge.server.http;

import io.mostik.bridge.server.config.ListenerSettings;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.util.Optional;

/** Tells an endpoint who really asks where a proxy stands in front. Thread-safe. */
public final class ClientEndpoint implements WebhookEndpoint {

    private final WebhookEndpoint inner;
    private final ClientAddresses addresses;

    /** Creates it for a listener. */
    public ClientEndpoint(WebhookEndpoint inner, ListenerSettings where) {
        this.inner = inner;
        this.addresses = new ClientAddresses(where.proxies());
    }

    @Override
    public WebhookReply handle(WebhookRequest request) {
        return inner.handle(told(request));
    }

    @Override
    public WebhookReply handle(StreamingWebhookRequest request) throws IOException {
        return inner.handle(StreamingWebhookRequest.of(told(request.head()), request.body()));
    }

    @Override
    public Optional<WebhookReply> handleHead(WebhookRequest head) {
        return inner.handleHead(told(head));
    }

    @Override
    public boolean isProvenByHead(WebhookRequest head) {
        return inner.isProvenByHead(told(head));
    }

    @Override
    public int largestBody() {
        return inner.largestBody();
    }

    @Override
    public void bodyFailed(WebhookRequest head, IOException failure) {
        inner.bodyFailed(told(head), failure);
    }

    private WebhookRequest told(WebhookRequest request) {
        return request.remoteAddress()
                .map(peer -> request.remoteAddress(addresses.of(peer, request.headers("X-Forwarded-For"))))
                .orElse(request);
    }
}
