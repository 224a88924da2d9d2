package io.mostik.pbx.vcclive.errors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One item of the vendor's list of errors. Read it from a failure by {@link #listOf}.
 *
 * @param errorCode number of the HTTP family, 417 in nearly all cases
 * @param key what is wrong
 * @param index position of the element, from 0 in a batch; the vendor also sends 1 for calls with a single object
 * @param property name of the property that is wrong
 */
public record VccError(
        @JsonProperty("errorcode") int errorCode,
        @JsonProperty("errormessage") ErrorKey key,
        OptionalInt index,
        Optional<String> property) {

    private static final Pattern TEXT = Pattern.compile("(\\d+) (\\S*)(?: index (\\d+))?(?: property (.*))?");
    private static final ErrorKey NOT_SAID = new ErrorKey("");

    /** Reads a missing key as an empty one. */
    public VccError {
        key = key == null ? NOT_SAID : key;
        index = index == null ? OptionalInt.empty() : index;
        property = property == null ? Optional.empty() : property;
    }

    /** Returns the errors that the vendor listed in a failed call, in its order; empty if it listed none. */
    public static List<VccError> listOf(ApiException failure) {
        return failure.error().details().values().stream()
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .map(VccError::of)
                .toList();
    }

    private static VccError of(Matcher text) {
        return new VccError(
                Integer.parseInt(text.group(1)),
                new ErrorKey(text.group(2)),
                text.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.group(3))),
                Optional.ofNullable(text.group(4)));
    }

    /** Returns one line: number, key, and where they are known, index and property. */
    @Override
    public String toString() {
        return errorCode + " " + key.value() + (index.isPresent() ? " index " + index.getAsInt() : "")
                + property.map(name -> " property " + name).orElse("");
    }
}
