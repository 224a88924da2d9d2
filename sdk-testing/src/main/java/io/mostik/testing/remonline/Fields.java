package io.mostik.testing.remonline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields that a body may have, each with what it may hold. Immutable. */
record Fields(Map<String, Kind> kinds) {

    static Fields of(Kind kind, String... names) {
        return new Fields(Map.of()).and(kind, names);
    }

    /** Returns these and more. */
    Fields and(Kind kind, String... names) {
        Map<String, Kind> all = new LinkedHashMap<>(kinds);
        for (String name : names) {
            all.put(name, kind);
        }
        return new Fields(all);
    }

    Fields and(Fields more) {
        Map<String, Kind> all = new LinkedHashMap<>(kinds);
        all.putAll(more.kinds);
        return new Fields(all);
    }

    Fields without(String... names) {
        Map<String, Kind> left = new LinkedHashMap<>(kinds);
        for (String name : names) {
            left.remove(name);
        }
        return new Fields(left);
    }

    Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }
}
