package io.mostik.pbx.web;

import io.mostik.core.WebhookException;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.util.Optional;

/** Answers requests of a PBX. Thread-safe. */
public interface Hook {

    /** Returns what to answer to a request that is in memory; never throws for what came. */
    WebhookReply handle(WebhookRequest request);

    /**
     * Returns what to answer to a request whose body is yet to be read.
     *
     * @throws IOException if the body cannot be read to its end; there is nobody left to answer to then
     */
    default WebhookReply handle(RawRequest request) throws IOException {
        try {
            return handle(request.whole(largestBody()));
        } catch (WebhookException e) {
            return WebhookReply.text(e.reason().status(), e.reason().name());
        }
    }

    /** Returns the largest body that is taken into memory, in bytes; 1 MB unless said otherwise. */
    default int largestBody() {
        return 1024 * 1024;
    }

    /** Returns what {@code WWW-Authenticate} says beside a 401; empty if the proof is not of such a kind. */
    default Optional<String> challenge() {
        return Optional.empty();
    }
}
