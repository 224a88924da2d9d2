package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mostik.pbx.vcclive.projects.FieldType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a custom field of a record is set to. A field of single choice takes an id of a value or a text; a text that no
 * value has makes the vendor create that value, silently. A field of multiple choice takes several of either. Prints
 * nothing of its content. Immutable.
 */
public final class FormValue {

    private static final String SEPARATOR = "|";

    private final Object content;

    private FormValue(Object content) {
        this.content = content;
    }

    /** Returns the value of this id, for a field of single choice; creates nothing. */
    public static FormValue valueId(long id) {
        return new FormValue(notNegative(id));
    }

    /** Returns the values of these ids, for a field of multiple choice; creates nothing. */
    public static FormValue valueIds(long... ids) {
        return new FormValue(Arrays.stream(ids)
                .map(FormValue::notNegative)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(SEPARATOR)));
    }

    /** Returns a text as it is. In a field of multiple choice the vendor splits it at each {@code |}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FormValue text(String text) {
        return new FormValue(Objects.requireNonNull(text, "text"));
    }

    /**
     * Returns several texts, for a field of multiple choice.
     *
     * @throws IllegalArgumentException if one holds {@code |}, which would make it two
     */
    public static FormValue texts(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).contains(SEPARATOR)) {
                throw new IllegalArgumentException("texts[" + i + "] must not hold '|', which separates texts");
            }
        }
        return new FormValue(String.join(SEPARATOR, texts));
    }

    private static long notNegative(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("valueId must not be negative");
        }
        return id;
    }

    /** The ids and texts of which the vendor looks up each by itself. */
    List<String> parts(FieldType type) {
        String text = content.toString();
        return type.equals(FieldType.MULTIPLE) ? List.of(text.split("\\|", -1)) : List.of(text);
    }

    @JsonValue
    Object content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormValue that && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
