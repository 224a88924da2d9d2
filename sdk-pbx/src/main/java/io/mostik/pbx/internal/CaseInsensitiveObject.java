package io.mostik.pbx.internal;

import io.mostik.core.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON object whose names are found without regard to case, {@code _} and {@code -}. In a path, a step behind an array
 * selects of its elements: a number one of them, {@code -1} the last, {@code *} all, {@code name=value} those with that
 * value. Not thread-safe.
 */
public final class CaseInsensitiveObject {

    private static final Pattern INDEX = Pattern.compile("-?[0-9]{1,6}");

    private final Json json;
    private final Map<String, Json> byName = new HashMap<>();
    private final IdentityHashMap<Json, CaseInsensitiveObject> inner = new IdentityHashMap<>();

    /** Wraps an object; anything else has no names. */
    public CaseInsensitiveObject(Json json) {
        this.json = json;
        for (String name : json.names()) {
            byName.putIfAbsent(fold(name), json.get(name));
        }
    }

    /** Returns a name as names are compared. */
    public static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-') {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the folded steps of a path such as {@code call/legs[0]/extension} or {@code legs[status=answered]/ext}. */
    public static String[] path(String path) {
        String slashed = path.replace("[]", "/*").replace("[", "/").replace("]", "");
        String[] steps = slashed.split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            steps[i] = INDEX.matcher(steps[i]).matches() ? steps[i] : fold(steps[i]);
        }
        return steps;
    }

    /** Returns the object as it came. */
    public Json json() {
        return json;
    }

    /** Returns the first value at a path of folded steps, or nothing. */
    public Optional<Json> find(String[] path) {
        List<Json> found = all(path);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Returns all values at a path of folded steps. */
    public List<Json> all(String[] path) {
        List<Json> found = new ArrayList<>(1);
        collect(path, 0, found);
        return found;
    }

    private void collect(String[] path, int step, List<Json> found) {
        Json next = byName.get(path[step]);
        if (next != null) {
            descend(next, path, step + 1, found);
        }
    }

    private void descend(Json value, String[] path, int step, List<Json> found) {
        if (step == path.length) {
            if (value.isPresent()) {
                found.add(value);
            }
        } else if (value.isObject()) {
            inner.computeIfAbsent(value, CaseInsensitiveObject::new).collect(path, step, found);
        } else if (value.isArray()) {
            for (Json element : selected(value.elements(), path[step])) {
                descend(element, path, step + 1, found);
            }
        } else if (path[step].equals("*")) {
            descend(value, path, step + 1, found);
        }
    }

    private static List<Json> selected(List<Json> elements, String step) {
        if (step.equals("*")) {
            return elements;
        }
        int equals = step.indexOf('=');
        if (equals > 0) {
            String[] name = {step.substring(0, equals)};
            String wanted = step.substring(equals + 1);
            return elements.stream()
                    .filter(element -> new CaseInsensitiveObject(element)
                            .find(name)
                            .flatMap(Json::text)
                            .map(CaseInsensitiveObject::fold)
                            .filter(wanted::equals)
                            .isPresent())
                    .toList();
        }
        if (!INDEX.matcher(step).matches()) {
            return List.of();
        }
        int index = Integer.parseInt(step);
        int at = index < 0 ? elements.size() + index : index;
        return at >= 0 && at < elements.size() ? List.of(elements.get(at)) : List.of();
    }
}
