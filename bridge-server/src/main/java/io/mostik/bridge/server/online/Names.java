package io.mostik.bridge.server.online;

import io.mostik.bridge.text.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an account has, by the name or id that settings use. An account may have thousands of them, and names of any kind:
 * what is shown of them is short and plain. Immutable.
 */
final class Names {

    private static final int LONGEST = 60;
    private static final int SHOWN = 20;
    private static final int MOST = 5_000;

    private final Map<String, String> known;

    private Names(Map<String, String> known) {
        this.known = known;
    }

    /** Returns names that stand for themselves. */
    static Names of(Collection<String> names) {
        Map<String, String> known = new LinkedHashMap<>();
        names.forEach(name -> known.put(name, ""));
        return new Names(known);
    }

    /** Returns ids, each with the name that people know, or none. */
    static <T> Names of(Collection<T> rows, java.util.function.Function<T, Named> reader) {
        Map<String, String> known = new LinkedHashMap<>();
        rows.stream().map(reader).forEach(row -> known.put(row.id(), row.name().orElse("")));
        return new Names(known);
    }

    /** An id with the name that people know. */
    record Named(String id, Optional<String> name) {}

    int size() {
        return known.size();
    }

    boolean has(String name) {
        return known.containsKey(name);
    }

    /** Returns the end of a sentence: the nearest name, or what there is. */
    String hint(String given) {
        if (known.isEmpty()) {
            return "; there are none";
        }
        List<String> candidates = known.keySet().stream()
                .filter(name -> name.length() <= LONGEST)
                .limit(MOST)
                .toList();
        Optional<String> near = given.length() <= LONGEST ? Nearest.of(given, candidates) : Optional.empty();
        return near.map(name -> "; did you mean " + shown(name) + "?").orElseGet(this::all);
    }

    private String all() {
        String some = known.keySet().stream().limit(SHOWN).map(this::shown).collect(Collectors.joining(", "));
        int more = known.size() - SHOWN;
        return "; known are " + some + (more > 0 ? " and " + more + " more" : "");
    }

    private String shown(String id) {
        String name = known.getOrDefault(id, "");
        return plain(id) + (name.isBlank() ? "" : " (" + plain(name) + ")");
    }

    /** Returns a vendor's text as it can be shown in a line of a terminal. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(letter -> isPlain(letter) ? letter : '?')
                .forEach(plain::appendCodePoint);
        return plain + (text.codePointCount(0, text.length()) > LONGEST ? "..." : "");
    }

    private static boolean isPlain(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
