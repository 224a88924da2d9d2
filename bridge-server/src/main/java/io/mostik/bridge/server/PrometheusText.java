package io.mostik.bridge.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Gauges and counters in the text format of Prometheus, version 0.0.4. Not thread-safe.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
final class PrometheusText {

    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Map<String, StringBuilder> families = new LinkedHashMap<>();

    /** Adds a value that goes up and down. */
    PrometheusText gauge(String name, String help, Map<String, String> labels, double value) {
        return add("gauge", name, help, labels, value);
    }

    /** Adds a value that only grows; its name ends in {@code _total}. */
    PrometheusText counter(String name, String help, Map<String, String> labels, double value) {
        if (!name.endsWith("_total")) {
            throw new IllegalArgumentException(name + " must end in _total");
        }
        return add("counter", name, help, labels, value);
    }

    private PrometheusText add(String type, String name, String help, Map<String, String> labels, double value) {
        check(name);
        StringBuilder family = families.computeIfAbsent(
                name,
                unused -> new StringBuilder("# HELP ")
                        .append(name)
                        .append(' ')
                        .append(help.replace("\\", "\\\\").replace("\n", "\\n"))
                        .append("\n# TYPE ")
                        .append(name)
                        .append(' ')
                        .append(type)
                        .append('\n'));
        family.append(name);
        if (!labels.isEmpty()) {
            String separator = "{";
            for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
                check(label.getKey());
                family.append(separator)
                        .append(label.getKey())
                        .append("=\"")
                        .append(escaped(label.getValue()))
                        .append('"');
                separator = ",";
            }
            family.append('}');
        }
        family.append(' ').append(number(value)).append('\n');
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return isWhole ? Long.toString((long) value) : Double.toString(value);
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a metric or label: " + name);
        }
    }

    /** Returns all families, each with its help and type. */
    @Override
    public String toString() {
        return String.join("", families.values());
    }
}
