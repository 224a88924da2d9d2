package io.mostik.core.webhook;

import java.util.Optional;

/**
 * Which clients are let in by their address. Without known proxies the address that opened the connection counts; with
 * them, the one {@linkplain AddressRanges#clientBehind behind} them.
 *
 * @param senders who is let in
 * @param proxies whose word is believed
 */
record ClientAddress(AddressRanges senders, Optional<AddressRanges> proxies) {

    boolean isAllowed(WebhookRequest request) {
        return client(request).filter(senders::contain).isPresent();
    }

    private Optional<String> client(WebhookRequest request) {
        Optional<String> peer = request.remoteAddress();
        return proxies.isEmpty()
                ? peer
                : peer.flatMap(address -> proxies.get().clientBehind(address, request.headers("X-Forwarded-For")));
    }
}
