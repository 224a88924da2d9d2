package io.mostik.bankcards.workflow;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The spending of one allowance.
 *
 * @param amounts by operation, in the order in which they were told
 * @param reported the largest total that was reported as more than the allowance
 */
record Spending(Map<String, BigDecimal> amounts, BigDecimal reported) {

    static final Spending NONE = new Spending(Map.of(), BigDecimal.ZERO);

    Spending {
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    /** Returns this with an operation that is new, or told again with another amount; without one, the known one stays. */
    Spending with(String operationId, Optional<BigDecimal> amount) {
        Map<String, BigDecimal> more = new LinkedHashMap<>(amounts);
        more.put(operationId, amount.orElseGet(() -> amounts.getOrDefault(operationId, BigDecimal.ZERO)));
        return new Spending(more, reported);
    }

    Spending reported(BigDecimal total) {
        return new Spending(amounts, total);
    }

    BigDecimal total() {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal totalBeside(String operationId) {
        return total().subtract(amounts.getOrDefault(operationId, BigDecimal.ZERO));
    }

    /** Returns what was spent up to an operation, itself included. */
    BigDecimal upTo(String operationId) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> entry : amounts.entrySet()) {
            sum = sum.add(entry.getValue());
            if (entry.getKey().equals(operationId)) {
                break;
            }
        }
        return sum;
    }
}
