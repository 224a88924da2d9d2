package io.mostik.bridge.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.mostik.core.webhook.AddressRanges;
import java.util.List;
import java.util.Optional;

/** Tells who asks: the address that opened the connection, or the one behind the known proxies. Immutable. */
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
        return proxies.flatMap(known -> known.clientBehind(peer, forwarded)).orElse(peer);
    }
}
