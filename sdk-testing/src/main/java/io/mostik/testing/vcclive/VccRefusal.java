package io.mostik.testing.vcclive;

import java.util.LinkedHashMap;
import java.util.Map;

/** Why the vendor refuses one object: an error item of its envelope. */
final class VccRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String property;

    private VccRefusal(String key, String property) {
        super(key, null, false, false);
        this.property = property;
    }

    static VccRefusal missing(String property) {
        return new VccRefusal("error.missing_arguments", property);
    }

    static VccRefusal bad(String property) {
        return new VccRefusal("error.bad_arguments", property);
    }

    static VccRefusal of(String key, String property) {
        return new VccRefusal(key, property);
    }

    /** Returns the error item; single objects count as the first. */
    Map<String, Object> item(int index) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("errorcode", 417);
        item.put("index", index);
        item.put("errormessage", getMessage());
        if (!property.isEmpty()) {
            item.put("property", property);
        }
        return item;
    }
}
