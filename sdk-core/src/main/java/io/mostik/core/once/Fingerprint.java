package io.mostik.core.once;

import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a request's content. Independent of the order of names, of nulls, and of how a number is written: 500,
 * 500.00 and "500" are the same content.
 */
final class Fingerprint {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,99})(\\.\\d{1,99})?");

    private Fingerprint() {}

    /** Returns the digest of a JSON tree of maps, lists and scalars. */
    static String of(@Nullable Object tree) {
        StringBuilder text = new StringBuilder();
        append(text, tree);
        return OnceKeys.digest(text.toString());
    }

    private static void append(StringBuilder text, @Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            appendObject(text, map);
        } else if (node instanceof List<?> list) {
            text.append('[');
            list.forEach(element -> {
                append(text, element);
                text.append(',');
            });
            text.append(']');
        } else {
            appendScalar(text, node);
        }
    }

    private static void appendObject(StringBuilder text, Map<?, ?> map) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                sorted.put(String.valueOf(name), value);
            }
        });
        text.append('{');
        sorted.forEach((name, value) -> {
            appendScalar(text, name);
            text.append(':');
            append(text, value);
            text.append(',');
        });
        text.append('}');
    }

    /** The length in front keeps a text with quotes, commas or braces from looking like structure. */
    private static void appendScalar(StringBuilder text, @Nullable Object scalar) {
        String plain = Json.of(scalar).text().orElse("null");
        String shown = NUMBER.matcher(plain).matches() ? withoutZeros(plain) : plain;
        text.append(shown.length()).append('\'').append(shown).append('\'');
    }

    private static String withoutZeros(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
