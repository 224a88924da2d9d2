package io.mostik.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A path such as {@code /orders/{id}/items}, taken apart once per endpoint. */
final class PathTemplate {

    /** Text, then a variable, then text, and so on; the first and the last are texts. */
    private final List<String> texts = new ArrayList<>();

    private final List<String> variables = new ArrayList<>();

    PathTemplate(String template) {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("path must start with a slash: " + template);
        }
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("path has an open brace: " + template);
            }
            texts.add(template.substring(from, open));
            variables.add(template.substring(open + 1, close));
            from = close + 1;
        }
        texts.add(template.substring(from));
    }

    boolean has(String variable) {
        return variables.contains(variable);
    }

    String expand(String base, Map<String, String> values) {
        if (variables.isEmpty()) {
            return base + texts.get(0);
        }
        StringBuilder path = new StringBuilder(base).append(texts.get(0));
        for (int i = 0; i < variables.size(); i++) {
            String value = values.get(variables.get(i));
            if (value == null) {
                throw new IllegalArgumentException(variables.get(i) + " is missing");
            }
            path.append(Percent.encode(value)).append(texts.get(i + 1));
        }
        return path.toString();
    }

    /** Keeps a value inside its segment: it must not change host, depth or query. */
    static String segment(String name, String value) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(name + " must not be empty, '.' or '..'");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '/' || c == '\\' || Character.isISOControl(c)) {
                throw new IllegalArgumentException(name + " must not hold a slash, a backslash or a control character");
            }
        }
        return value;
    }
}
