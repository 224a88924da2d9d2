package io.mostik.core.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which clients are let in by their address. Without known proxies the address that opened the connection counts; with
 * them, the last one in {@code X-Forwarded-For} that is none of the proxies.
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
        boolean isProxied =
                proxies.isPresent() && peer.filter(proxies.get()::contain).isPresent();
        if (!isProxied) {
            return peer;
        }
        List<String> hops = new ArrayList<>();
        request.headers("X-Forwarded-For").forEach(line -> hops.addAll(List.of(line.split(",", -1))));
        for (int i = hops.size() - 1; i >= 0; i--) {
            String hop = hops.get(i).strip();
            if (!proxies.get().contain(hop)) {
                return Optional.of(hop);
            }
        }
        return peer;
    }
}
