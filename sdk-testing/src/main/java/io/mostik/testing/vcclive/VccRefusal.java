package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.Refusal;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.Refusals;
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

    /** Returns how requests are refused: an unknown id with an empty 404. */
    static Refusals words() {
        return new Refusals() {
            @Override
            public Refusal unknown(String variable) {
                return notFound();
            }

            @Override
            public Refusal invalid(String name, String rule) {
                return bad(name.equals("body") ? "" : name);
            }
        };
    }

    static Refusal notFound() {
        return new Refusal(Answer.empty(404));
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
        JsonObject item =
                new JsonObject().with("errorcode", 417).with("index", index).with("errormessage", key);
        return property.isEmpty() ? item : item.with("property", property);
    }
}
