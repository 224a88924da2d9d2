package io.mostik.bridge.server.online;

import io.mostik.bridge.Connections;
import java.util.List;

/**
 * An account, and what links ask of it.
 *
 * @param name the name of the connection
 * @param connections the clients
 * @param targets the links that do something there
 * @param sources the links that wait for something there
 */
record Account(String name, Connections connections, List<LinkUse> targets, List<LinkUse> sources) {

    Account {
        targets = List.copyOf(targets);
        sources = List.copyOf(sources);
    }

    <C> C client(Class<C> type) {
        return connections.client(name, type);
    }
}
