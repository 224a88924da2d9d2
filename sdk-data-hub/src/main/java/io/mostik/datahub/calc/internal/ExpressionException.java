package io.mostik.datahub.calc.internal;

import io.mostik.datahub.checks.FindingCode;
import java.util.Objects;

/** An expression that cannot be read. Says where, and what was expected there. */
public final class ExpressionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final int position;

    ExpressionException(FindingCode code, String message, int position) {
        super(message + " at position " + position);
        this.code = Objects.requireNonNull(code, "code");
        this.position = position;
    }

    /** Returns which rule it breaks: {@code SYNTAX}, {@code UNKNOWN_FIELD} or {@code TOO_LARGE}. */
    public FindingCode code() {
        return code;
    }

    /** Returns the place of the character it is about, from 1. */
    public int position() {
        return position;
    }
}
