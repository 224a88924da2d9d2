package io.mostik.bridge.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.mostik.core.webhook.AddressRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells who asks: the address that opened the connection, or behind a known proxy the last one in {@code X-Forwarded-For} that
 * is none of the proxies. Immutable.
 */
final class ClientAddresses {

    private final Optional<AddressRanges> proxies;

    ClientAddresses(List<String> proxies) {
        this.proxies =
                proxies.isEmpty() ? Optional.empty() : Optional.of(AddressRanges.of(proxies.toArray(String[]::new)));
    }

    String of(HttpExchange exchange) {
        return of(
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                exchange.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of()));
    }

    /** Returns who asks, given who opened the connection and what is said of the way. */
    String of(String peer, List<String> forwarded) {
        if (proxies.isEmpty() || !proxies.get().contain(peer)) {
            return peer;
        }
        List<String> hops = new ArrayList<>();
        forwarded.forEach(line -> hops.addAll(List.of(line.split(",", -1))));
        for (int i = hops.size() - 1; i >= 0; i--) {
            String hop = hops.get(i).strip();
            if (!proxies.get().contain(hop)) {
                return hop;
            }
        }
        return peer;
    }
}
