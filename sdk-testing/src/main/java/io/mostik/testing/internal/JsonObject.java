package io.mostik.testing.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object, its properties in the order they are named. */
public final class JsonObject extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    /** Makes an object without properties. */
    public JsonObject() {}

    /** Sets a property and returns this object. */
    public JsonObject with(String name, Object value) {
        put(name, value);
        return this;
    }

    /** Sets these properties and returns this object. */
    public JsonObject withAll(Map<String, ?> properties) {
        putAll(properties);
        return this;
    }

    /** Sets a property if there is a value, and returns this object. */
    public JsonObject withAny(String name, Optional<?> value) {
        value.ifPresent(each -> put(name, each));
        return this;
    }
}
