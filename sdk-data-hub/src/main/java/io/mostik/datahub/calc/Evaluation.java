package io.mostik.datahub.calc;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * The value of an expression for one order. Neither a value nor a trouble means that no expression is defined.
 *
 * @param value rounded half up to 2 places
 * @param trouble why there is no value
 */
public record Evaluation(Optional<BigDecimal> value, Optional<Trouble> trouble) {

    /** No expression is defined. */
    public static final Evaluation UNDEFINED = new Evaluation(Optional.empty(), Optional.empty());

    /** Refuses missing parts. */
    public Evaluation {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(trouble, "trouble");
    }

    static Evaluation of(BigDecimal value) {
        return new Evaluation(Optional.of(value), Optional.empty());
    }

    static Evaluation failed(Trouble trouble) {
        return new Evaluation(Optional.empty(), Optional.of(trouble));
    }
}
