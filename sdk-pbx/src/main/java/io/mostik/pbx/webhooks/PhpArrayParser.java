package io.mostik.pbx.webhooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads parameters such as {@code call[legs][0][extension]=101} as a tree. A name that is not so stays as it is. */
final class PhpArrayParser {

    private static final Pattern NESTED = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])+)");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");
    private static final int DEEPEST = 20;

    private final Map<String, Object> tree = new LinkedHashMap<>();

    private PhpArrayParser() {}

    static Map<String, Object> of(Map<String, List<String>> parameters) {
        PhpArrayParser php = new PhpArrayParser();
        parameters.forEach((name, values) -> values.forEach(value -> php.put(name, value)));
        php.tree.replaceAll((name, value) -> listsOf(value));
        return php.tree;
    }

    private void put(String name, String value) {
        Matcher nested = NESTED.matcher(name);
        if (name.indexOf('[') < 0 || !nested.matches()) {
            tree.put(name, value);
            return;
        }
        String[] steps =
                nested.group(2).substring(1, nested.group(2).length() - 1).split("]\\[", -1);
        if (steps.length > DEEPEST) {
            tree.put(name, value);
            return;
        }
        Map<String, Object> at = inner(tree, nested.group(1));
        for (int i = 0; i < steps.length - 1; i++) {
            at = inner(at, keyOf(at, steps[i]));
        }
        at.put(keyOf(at, steps[steps.length - 1]), value);
    }

    private static String keyOf(Map<String, Object> at, String step) {
        return step.isEmpty() ? Integer.toString(at.size()) : step;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> at, String key) {
        Object inner = at.get(key);
        if (!(inner instanceof Map<?, ?>)) {
            inner = new LinkedHashMap<String, Object>();
            at.put(key, inner);
        }
        return (Map<String, Object>) inner;
    }

    /** A map whose names are all numbers was an array. */
    private static Object listsOf(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        boolean isList = map.keySet().stream()
                .allMatch(key -> INDEX.matcher(String.valueOf(key)).matches());
        Map<Object, Object> inner = isList ? new TreeMap<>() : new LinkedHashMap<>();
        map.forEach((key, each) -> inner.put(isList ? Integer.valueOf(String.valueOf(key)) : key, listsOf(each)));
        return isList ? List.copyOf(inner.values()) : inner;
    }
}
