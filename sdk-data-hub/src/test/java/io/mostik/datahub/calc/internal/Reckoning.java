package io.mostik.datahub.calc.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A random expression and its value, reckoned while it is built rather than read.
 *
 * @param text with parentheses around every operation
 * @param value empty where it divides by zero
 */
record Reckoning(String text, Optional<BigDecimal> value) {

    private static final MathContext DIGITS = new MathContext(34);

    static Reckoning random(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            BigDecimal number = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
            boolean percent = random.nextInt(4) == 0;
            String text = random.nextBoolean() ? number.toPlainString().replace('.', ',') : number.toPlainString();
            return new Reckoning(text + (percent ? "%" : ""), Optional.of(percent ? number.movePointLeft(2) : number));
        }
        Reckoning left = random(random, depth - 1);
        Reckoning right = random(random, depth - 1);
        char sign = "+-*/".charAt(random.nextInt(4));
        return new Reckoning(
                "(" + left.text + sign + right.text + ")",
                left.value.flatMap(one -> right.value.flatMap(other -> combine(sign, one, other))));
    }

    BigDecimal rounded() {
        return value.orElseThrow().setScale(2, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> combine(char sign, BigDecimal one, BigDecimal other) {
        return switch (sign) {
            case '+' -> Optional.of(one.add(other, DIGITS));
            case '-' -> Optional.of(one.subtract(other, DIGITS));
            case '*' -> Optional.of(one.multiply(other, DIGITS));
            default -> other.signum() == 0 ? Optional.empty() : Optional.of(one.divide(other, DIGITS));
        };
    }
}
