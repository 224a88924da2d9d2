package io.mostik.bridge.onec;

import io.mostik.core.StateStore;
import java.time.Duration;
import java.util.Optional;

/**
 * Which documents were told, and in which state. Noted before as begun and afterwards with the state: a document that is
 * withdrawn after a crash between the two is known all the same.
 *
 * @param store where it is kept
 * @param prefix what the keys begin with
 */
record ToldDocuments(StateStore store, String prefix) {

    private static final String BEGUN = "begun";
    private static final Duration KEEP = Duration.ofDays(900);

    Optional<String> find(String key) {
        return store.find(prefix + "told/" + key).map(StateStore.Entry::value);
    }

    void begin(String key, Optional<String> known) {
        if (known.isEmpty()) {
            put(key, BEGUN);
        }
    }

    void end(String key, String state) {
        put(key, state);
    }

    private void put(String key, String value) {
        var unused = store.write(prefix + "told/" + key, value, StateStore.ANY, Optional.of(KEEP));
    }
}
