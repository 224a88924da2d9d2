package io.mostik.testing.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.NullNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes nested data the way PHP puts it into a query or form: {@code call[legs][0][extension]=101}, encoded. */
public final class PhpParameters {

    private PhpParameters() {}

    /**
     * Returns the parameters joined by ampersands; values are maps, lists, or anything that prints as itself. A null of
     * JSON leaves no trace, as in PHP.
     */
    public static String encode(Map<String, ?> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> append(pairs, name, value));
        return String.join("&", pairs);
    }

    private static void append(List<String> pairs, String name, Object value) {
        if (value instanceof Map<?, ?> nested) {
            nested.forEach((key, each) -> append(pairs, name + "[" + key + "]", each));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                append(pairs, name + "[" + i + "]", list.get(i));
            }
        } else if (!(value instanceof NullNode)) {
            pairs.add(percent(name) + "=" + percent(String.valueOf(value)));
        }
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
