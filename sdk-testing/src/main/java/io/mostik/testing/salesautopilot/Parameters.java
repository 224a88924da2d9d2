package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields of bodies; what cannot be read is a 406. */
final class Parameters {

    private Parameters() {}

    /** Returns the text of a field that has to be there. */
    static String filled(JsonNode body, String name) {
        String text = text(name, body.path(name));
        if (text.isEmpty()) {
            throw Dialect.wrongParameters(name);
        }
        return text;
    }

    /** Returns a field that has to be a number. */
    static BigDecimal number(JsonNode body, String name) {
        return Items.amount(name, filled(body, name));
    }

    /** Returns the fields of a body as the list keeps them; refuses fields it does not have. */
    static Map<String, String> fields(JsonNode body, ContactList list) {
        Map<String, String> fields = new LinkedHashMap<>();
        body.properties().forEach(field -> {
            writable(field.getKey(), list);
            fields.put(field.getKey(), text(field.getKey(), field.getValue()));
        });
        return fields;
    }

    /** Refuses a column that the list does not have, and the record's id. */
    static void writable(String column, ContactList list) {
        list.column(column);
        if (column.equals("id")) {
            throw Dialect.wrongParameters("id cannot be written");
        }
    }

    /** Returns a value as text: numbers exact, flags as one and zero. */
    static String text(String name, JsonNode value) {
        if (value.isContainerNode()) {
            throw Dialect.wrongParameters(name);
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "0";
        }
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "";
            case NUMBER -> value.decimalValue().toPlainString();
            default -> value.asText();
        };
    }
}
