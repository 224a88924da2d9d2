package io.mostik.bankcards;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was spent of one allowance.
 *
 * @param amounts by operation, in the order in which they were told
 */
record Spending(Map<String, BigDecimal> amounts) {

    static final Spending NONE = new Spending(Map.of());

    Spending {
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    /** Returns this with an operation that is new, or told again with another amount. */
    Spending with(String operationId, BigDecimal amount) {
        Map<String, BigDecimal> more = new LinkedHashMap<>(amounts);
        more.put(operationId, amount);
        return new Spending(more);
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
