package io.mostik.datahub.calc.internal;

import io.mostik.core.json.Json;
import io.mostik.datahub.calc.EvaluationError;
import io.mostik.datahub.connector.OwnField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;

/** A part of an expression that has a value. */
sealed interface Node {

    /** 34 digits, half up: no sum of money comes near. */
    MathContext PRECISION = new MathContext(34);

    /** Returns the value for one order; throws {@link Fault} if there is none. */
    BigDecimal value(Function<String, Json> fields);

    /** A constant. */
    record Constant(BigDecimal number) implements Node {

        @Override
        public BigDecimal value(Function<String, Json> fields) {
            return number;
        }
    }

    /** A field of the order. What is missing, null or an empty text counts as 0. */
    record Field(String name) implements Node {

        @Override
        public BigDecimal value(Function<String, Json> fields) {
            Json value = fields.apply(name);
            boolean missing =
                    !value.isPresent() || value.text().filter(String::isBlank).isPresent();
            return missing
                    ? BigDecimal.ZERO
                    : OwnField.typed(value).orElseThrow(() -> new Fault(EvaluationError.NOT_A_NUMBER));
        }
    }

    /** A minus before something. */
    record Negation(Node node) implements Node {

        @Override
        public BigDecimal value(Function<String, Json> fields) {
            return node.value(fields).negate(PRECISION);
        }
    }

    /** Two sides and a sign between. */
    record Operation(char sign, Node left, Node right) implements Node {

        @Override
        public BigDecimal value(Function<String, Json> fields) {
            BigDecimal one = left.value(fields);
            BigDecimal other = right.value(fields);
            return switch (sign) {
                case '+' -> one.add(other, PRECISION);
                case '-' -> one.subtract(other, PRECISION);
                case '*' -> one.multiply(other, PRECISION);
                default -> divide(one, other);
            };
        }

        private static BigDecimal divide(BigDecimal one, BigDecimal other) {
            if (other.signum() == 0) {
                throw new Fault(EvaluationError.DIVISION_BY_ZERO);
            }
            return one.divide(other, PRECISION);
        }
    }

    /** Ends an evaluation; never leaves this package. */
    final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient EvaluationError error;

        Fault(EvaluationError error) {
            super(error.name(), null, false, false);
            this.error = error;
        }

        EvaluationError error() {
            return error;
        }
    }
}
