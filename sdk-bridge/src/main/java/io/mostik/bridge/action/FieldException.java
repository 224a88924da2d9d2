package io.mostik.bridge.action;

import java.util.Objects;

/** A field of a request cannot be read. Holds its name and never its value. */
public final class FieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    /**
     * Creates an exception.
     *
     * @param field the name of the field
     * @param code what is wrong with it, as a key of the messages
     */
    public FieldException(String field, String code) {
        super(Objects.requireNonNull(field, "field") + ": " + Objects.requireNonNull(code, "code"));
        this.field = field;
        this.code = code;
    }

    /** Returns the name of the field. */
    public String field() {
        return field;
    }

    /** Returns what is wrong with it, as a key of the messages. */
    public String code() {
        return code;
    }
}
