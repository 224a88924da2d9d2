package io.mostik.remonline.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How several values of one filter are written. */
public enum ArrayStyle {

    /** {@code ids=1&ids=2}: the documented way of version 2. */
    REPEAT {
        @Override
        String name(String property) {
            return property;
        }
    },

    /** {@code ids[]=1&ids[]=2}: the way of the older endpoints; one production client sends it to version 2 as well. */
    BRACKETS {
        @Override
        String name(String property) {
            return property + "[]";
        }
    };

    abstract String name(String property);

    /** Returns query fields with the names of the lists among them written in this style. */
    public Map<String, Object> write(Map<String, Object> fields) {
        Map<String, Object> written = new LinkedHashMap<>();
        fields.forEach((name, value) ->
                written.put(value instanceof List ? name(name) : name, Objects.requireNonNull(value, name)));
        return written;
    }
}
