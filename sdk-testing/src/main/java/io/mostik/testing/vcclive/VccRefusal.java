package io.mostik.testing.vcclive;

import io.mostik.testing.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why the vendor refuses one object: an error item of its envelope. */
final class VccRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String property;

    private VccRefusal(String key, String property) {
        super(VccEnvelope.refused(item(key, property, 1)));
        this.key = key;
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

    /** Returns the error item of one object of a batch. */
    Map<String, Object> item(int index) {
        return item(key, property, index);
    }

    private static Map<String, Object> item(String key, String property, int index) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("errorcode", 417);
        item.put("index", index);
        item.put("errormessage", key);
        if (!property.isEmpty()) {
            item.put("property", property);
        }
        return item;
    }
}
