package io.mostik.bridge.onec;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A {@code $filter} in the third version of OData, as 1C speaks it: times without a zone, GUIDs with a prefix, all
 * conditions at once. Immutable.
 *
 * @param text the filter; empty if there is no condition
 */
public record ODataFilter(String text) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

    /** Returns the filter that lets everything pass. */
    public static ODataFilter all() {
        return new ODataFilter("");
    }

    /** Returns this filter with a day that a field must reach. */
    public ODataFilter from(String field, LocalDate day) {
        return and(field, "ge", dateTime(day));
    }

    /** Returns this filter with a day before which a field must lie. */
    public ODataFilter before(String field, LocalDate day) {
        return and(field, "lt", dateTime(day));
    }

    /** Returns this filter with the GUID that a field must hold. */
    public ODataFilter is(String field, String guid) {
        return and(field, "eq", "guid'" + Guids.normal(guid) + "'");
    }

    /**
     * Returns a name of 1C's metadata.
     *
     * @throws IllegalArgumentException if it cannot be one, so that it cannot bring conditions of its own
     */
    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of 1C's metadata: " + name);
        }
        return name;
    }

    private ODataFilter and(String field, String comparison, String literal) {
        String condition = name(field) + " " + comparison + " " + literal;
        return new ODataFilter(text.isEmpty() ? condition : text + " and " + condition);
    }

    private static String dateTime(LocalDate day) {
        return "datetime'" + SECONDS.format(day.atStartOfDay()) + "'";
    }
}
