package io.mostik.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Re-words the parser's failures: its own texts quote values, which may be confidential. */
final class JsonFailures {

    private JsonFailures() {}

    static JsonException describe(IOException failure) {
        if (failure instanceof StreamConstraintsException) {
            return new JsonException("larger or deeper than allowed");
        }
        if (failure instanceof JsonEOFException) {
            return new JsonException("cut off before its end");
        }
        if (failure instanceof Nulls.NullFoundException found) {
            return new JsonException(found.getOriginalMessage() + " at " + path(found.getPath()));
        }
        if (failure instanceof MismatchedInputException empty
                && String.valueOf(empty.getOriginalMessage()).startsWith("No content")) {
            return new JsonException("empty");
        }
        if (failure instanceof JsonMappingException mapping) {
            return new JsonException(reason(mapping) + " at " + path(mapping.getPath()));
        }
        if (failure instanceof JsonProcessingException parsing && parsing.getLocation() != null) {
            return new JsonException("not JSON at line " + parsing.getLocation().getLineNr() + ", column "
                    + parsing.getLocation().getColumnNr());
        }
        return new JsonException("not readable");
    }

    private static String reason(JsonMappingException mapping) {
        if (mapping.getCause() instanceof StreamConstraintsException) {
            return "larger or deeper than allowed";
        }
        if (mapping.getCause() instanceof JsonEOFException) {
            return "cut off before its end";
        }
        if (mapping instanceof InvalidFormatException format && format.getTargetType() != null) {
            return "not a valid " + format.getTargetType().getSimpleName();
        }
        if (mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "wrong shape, expected " + mismatch.getTargetType().getSimpleName();
        }
        // Written by our models: these name properties, never values.
        if (mapping.getCause() instanceof MissingAttributeException
                || mapping.getCause() instanceof IllegalStateException) {
            return String.valueOf(mapping.getCause().getMessage());
        }
        return "not what was expected";
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder("$");
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFrom() instanceof Map) {
                // The keys of a map are data, and may be about people.
                path.append("[key]");
            } else if (reference.getFieldName() != null) {
                path.append('.').append(reference.getFieldName());
            } else {
                path.append(String.format(Locale.ROOT, "[%d]", reference.getIndex()));
            }
        }
        return path.toString();
    }
}
