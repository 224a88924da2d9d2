package io.mostik.bridge.action;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads one flat JSON object, as 1C, PHP and scripts write them: texts, numbers, booleans and {@code null}, which is the
 * same as leaving the field out. Nothing nested, no name twice, at most 60 fields.
 */
public final class FlatFields {

    /** The most fields that are read. */
    public static final int MOST = 60;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,59}");
    private static final int LONGEST_NUMBER = 30;
    private static final String WHOLE_BODY = "";

    private FlatFields() {}

    /**
     * Returns the fields by name in the order received. Numbers come in one spelling, without zeros at their end.
     *
     * @throws FieldException if the text is something else; the field is an empty text where the whole is meant
     */
    public static Map<String, String> read(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new FieldException(WHOLE_BODY, "body_not_object");
            }
            Map<String, String> fields = fields(parser);
            if (parser.nextToken() != null) {
                throw new FieldException(WHOLE_BODY, "body_not_json");
            }
            return fields;
        } catch (IOException e) {
            throw new FieldException(WHOLE_BODY, "body_not_json");
        }
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, Boolean> seen = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = name(parser.currentName());
            if (seen.put(name, true) != null) {
                throw new FieldException(name, "field_twice");
            }
            if (seen.size() > MOST) {
                throw new FieldException(WHOLE_BODY, "too_many_fields");
            }
            JsonToken value = parser.nextToken();
            if (value != JsonToken.VALUE_NULL) {
                fields.put(name, scalar(name, value, parser));
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    /** A name is repeated in answers: one that could not be a name is not. */
    private static String name(String given) {
        if (!NAME.matcher(given).matches()) {
            throw new FieldException(WHOLE_BODY, "field_name");
        }
        return given;
    }

    private static String scalar(String name, JsonToken value, JsonParser parser) throws IOException {
        return switch (value) {
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(name, parser.getText());
            case START_ARRAY -> throw new FieldException(name, "field_list");
            case START_OBJECT -> throw new FieldException(name, "field_nested");
            default -> throw new FieldException(WHOLE_BODY, "body_not_json");
        };
    }

    /** Ten characters such as 1e99999999 would become a hundred million zeros. */
    private static String number(String name, String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new FieldException(name, "field_number");
        }
        BigDecimal number = parsed(name, digits);
        if (number.signum() == 0) {
            return "0";
        }
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw new FieldException(name, "field_number");
        }
        return number.stripTrailingZeros().toPlainString();
    }

    /** An exponent may be larger than any number can have. */
    private static BigDecimal parsed(String name, String digits) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new FieldException(name, "field_number");
        }
    }
}
