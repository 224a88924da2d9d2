package io.mostik.core;

import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStore.Write;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** Proves that a database keeps keys and values as they are, and takes back a commit that does not fit as a whole. */
final class StoreSelfTest {

    private static final Optional<Duration> KEEP = Optional.of(Duration.ofHours(1));
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing((String key) -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
    private static final List<String> KEYS = List.of(
            "a",
            "A",
            "\u00e1",
            "a\u0301",
            "a ",
            "a\t",
            "ss",
            "\u00df",
            "%",
            "_",
            "\ud83d\ude00",
            "\uffee",
            "o",
            "\u0151");
    private static final int LONG_KEY = 190;
    private static final String LONG_VALUE = "\u0151\ud83d\ude00".repeat(23_334);

    private final StateStore store;
    private final String prefix = "mostik/test/" + UUID.randomUUID() + "/";

    StoreSelfTest(StateStore store) {
        this.store = store;
    }

    /** What all keys of the test start with. */
    String prefix() {
        return prefix;
    }

    /**
     * Runs the test.
     *
     * @throws StateStoreException if the database fails it, with the fault
     */
    void run() {
        keepsKeysApart();
        keepsValues();
        listsByBytes();
        takesBack();
    }

    private void keepsKeysApart() {
        List<Change> changes = keys().stream()
                .<Change>map(key -> new Write(key, value(key), StateStore.ABSENT, KEEP))
                .toList();
        OptionalLong version;
        try {
            version = store.commit(changes);
        } catch (StateStoreException e) {
            throw new StateStoreException(refused("it could not write the keys and values of the test"), e);
        }
        require(version.isPresent(), "it takes different keys for one");
    }

    private void keepsValues() {
        List<Entry> found = store.findAll(keys());
        require(found.stream().map(Entry::key).toList().equals(keys()), "it takes different keys for one");
        require(
                found.stream().allMatch(entry -> entry.value().equals(value(entry.key()))),
                "it changes or cuts values");
    }

    private void listsByBytes() {
        List<String> listed = store.list(prefix, "", 2 * keys().size()).stream()
                .map(Entry::key)
                .toList();
        require(
                listed.equals(keys().stream().sorted(BY_BYTES).toList()),
                "it does not list keys in the order of their bytes");
        require(store.list(prefix + "a", "", 10).size() == 4, "it does not tell prefixes apart");
    }

    private void takesBack() {
        String first = prefix + "0";
        OptionalLong version = store.commit(List.of(
                new Write(first, "", StateStore.ABSENT, KEEP), new Write(prefix + "a", "", StateStore.ABSENT, KEEP)));
        require(
                version.isEmpty() && store.find(first).isEmpty(),
                "it keeps half of a transaction that was rolled back");
    }

    private List<String> keys() {
        return Stream.concat(
                        KEYS.stream().map(key -> prefix + key),
                        Stream.of(prefix + "x".repeat(LONG_KEY - prefix.length())))
                .toList();
    }

    private String value(String key) {
        if (key.equals(prefix + "a")) {
            return "";
        }
        return key.length() == LONG_KEY ? LONG_VALUE : key;
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new StateStoreException(refused(fault));
        }
    }

    private static String refused(String fault) {
        return "the database cannot be a state store: " + fault;
    }
}
