package io.mostik.pbx.vipex.hooks;

import io.mostik.core.json.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A JSON object whose names are found without regard to case, {@code _} and {@code -}. Belongs to one thread. */
final class Folded {

    private final Json json;
    private final Map<String, Json> byName = new HashMap<>();
    private final Map<String, Folded> inner = new HashMap<>();

    Folded(Json json) {
        this.json = json;
        for (String name : json.names()) {
            byName.putIfAbsent(fold(name), json.get(name));
        }
    }

    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-') {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    Json json() {
        return json;
    }

    /** Returns what lies at a path of folded names, or nothing. */
    Optional<Json> find(String[] path) {
        Folded at = this;
        for (int i = 0; i < path.length - 1; i++) {
            Json next = at.byName.get(path[i]);
            if (next == null || !next.isObject()) {
                return Optional.empty();
            }
            at = at.inner.computeIfAbsent(path[i], unused -> new Folded(next));
        }
        return Optional.ofNullable(at.byName.get(path[path.length - 1])).filter(Json::isPresent);
    }
}
