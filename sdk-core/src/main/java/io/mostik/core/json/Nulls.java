package io.mostik.core.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;

/** Refuses nulls with the name of their property. */
final class Nulls {

    private Nulls() {}

    static void refuseWithin(DeserializationContext context, SettableBeanProperty property, Object value)
            throws JsonMappingException {
        String place = Absent.nullWithin(value).orElse("");
        if (!place.isEmpty()) {
            throw new NullFoundException(context, "null at " + property.getName() + place);
        }
    }

    static void refuseWithin(DeserializationContext context, Object value) throws JsonMappingException {
        String place = Absent.nullWithin(value).orElse("");
        if (!place.isEmpty()) {
            throw new NullFoundException(context, "null at " + place);
        }
    }

    static JsonMappingException missing(DeserializationContext context, SettableBeanProperty property) {
        return new NullFoundException(context, property.getName() + " is missing");
    }

    /** A null where none may be. Its text names properties, never values. */
    static final class NullFoundException extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        NullFoundException(DeserializationContext context, String text) {
            super(context.getParser(), text);
        }
    }
}
