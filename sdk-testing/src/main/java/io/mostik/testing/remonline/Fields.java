package io.mostik.testing.remonline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that a body may have, each with what it may hold. Immutable.
 *
 * @param required those that have to be there
 * @param references those that have to name something that is there
 */
record Fields(Map<String, Kind> kinds, Set<String> required, List<String> references) {

    static Fields of(Kind kind, String... names) {
        return new Fields(Map.of(), Set.of(), List.of()).and(kind, names);
    }

    /** Returns these and more. */
    Fields and(Kind kind, String... names) {
        Map<String, Kind> all = new LinkedHashMap<>(kinds);
        for (String name : names) {
            all.put(name, kind);
        }
        return new Fields(all, required, references);
    }

    Fields without(String... names) {
        Map<String, Kind> left = new LinkedHashMap<>(kinds);
        left.keySet().removeAll(Set.of(names));
        return new Fields(left, required, references);
    }

    Fields requiring(String... names) {
        return new Fields(kinds, Set.of(names), references);
    }

    Fields referring(String... names) {
        return new Fields(kinds, required, List.of(names));
    }
}
