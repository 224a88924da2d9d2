package io.mostik.datahub.calc.internal;

import io.mostik.datahub.calc.EvaluationError;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * The value of an expression for one order. Without value and error no expression is defined.
 *
 * @param value rounded half up to 2 places
 * @param error why there is no value
 */
public record Evaluation(Optional<BigDecimal> value, Optional<EvaluationError> error) {

    /** No expression is defined. */
    public static final Evaluation UNDEFINED = new Evaluation(Optional.empty(), Optional.empty());

    /** Rejects null components. */
    public Evaluation {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(error, "error");
    }

    static Evaluation of(BigDecimal value) {
        return new Evaluation(Optional.of(value), Optional.empty());
    }

    static Evaluation failed(EvaluationError error) {
        return new Evaluation(Optional.empty(), Optional.of(error));
    }
}
