package io.mostik.bridge.onec;

import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.time.Duration;
import java.util.Optional;

/**
 * Which documents were told, and in which state. Noted before as begun and afterwards with the state: a document that is
 * withdrawn after a crash between the two is known all the same.
 */
final class ToldDocuments {

    private static final String BEGUN = "begun";
    private static final Duration KEEP = Duration.ofDays(900);

    private final Records<String> told;

    /**
     * Creates them.
     *
     * @param prefix what the keys begin with
     */
    ToldDocuments(StateStore store, String prefix) {
        this.told = Records.of(store, prefix + "told/", String.class);
    }

    Optional<String> find(String key) {
        return told.find(key).map(Versioned::value);
    }

    void begin(String key, Optional<String> known) {
        if (known.isEmpty()) {
            put(key, BEGUN);
        }
    }

    void end(String key, String state) {
        put(key, state);
    }

    private void put(String key, String state) {
        Versioned<String> unused = told.update(key, Optional.of(KEEP), known -> state);
    }
}
