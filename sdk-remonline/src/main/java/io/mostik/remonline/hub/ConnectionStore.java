package io.mostik.remonline.hub;

import io.mostik.core.Page;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.changes.ChangeFeed;
import io.mostik.remonline.changes.ChangeKey;
import io.mostik.remonline.orders.Order;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is remembered of one connection: how it stands, how far a refresh has come. Never the key. */
final class ConnectionStore {

    private static final String PREFIX = "remonline.hub.";
    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<KeptConnection> TYPE = JsonType.of(KeptConnection.class);

    private final StateStore store;
    private final String name;
    private final TimeSource time;

    ConnectionStore(StateStore store, String name, TimeSource time) {
        this.store = store;
        this.name = name;
        this.time = time;
        StateStore.checkKey(PREFIX + name + ".unsettled");
    }

    KeptConnection read() {
        return store.find(PREFIX + name)
                .map(entry -> JSON.read(TYPE, entry.value().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(KeptConnection::nothing);
    }

    static String text(KeptConnection connection) {
        return new String(JSON.write(connection), StandardCharsets.UTF_8);
    }

    void write(KeptConnection connection) {
        store.put(PREFIX + name, text(connection));
    }

    StateStore store() {
        return store;
    }

    /** Returns the name of the feed that a refresh reads; another one for each revision. */
    String feed(long revision) {
        return "hub." + name + "." + revision;
    }

    /** Returns the orders that may have changed again within the second of their last change. */
    Set<Long> unsettled() {
        String ids = store.find(unsettledKey()).map(StateStore.Entry::value).orElse("");
        return Stream.of(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void unsettled(Set<Long> ids) {
        store.put(unsettledKey(), ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    void forgetProgress(long revision) {
        new ChangeFeed<Order>(
                        (from, page) -> Page.last(List.of()),
                        new ChangeKey<>("orders." + feed(revision), Order::id, Order::modifiedAt),
                        store,
                        time)
                .forget();
        remove(unsettledKey());
    }

    void forgetAll(long revision) {
        forgetProgress(revision);
        remove(PREFIX + name);
    }

    private void remove(String key) {
        Optional<StateStore.Entry> entry = store.find(key);
        while (entry.isPresent() && !store.remove(key, entry.get().version())) {
            entry = store.find(key);
        }
    }

    private String unsettledKey() {
        return PREFIX + name + ".unsettled";
    }
}
