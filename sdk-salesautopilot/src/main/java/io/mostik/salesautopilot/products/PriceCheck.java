package io.mostik.salesautopilot.products;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What the catalogue takes for a price. */
final class PriceCheck {

    private static final Set<String> CURRENCIES = Set.of("EUR", "USD", "HUF");

    private PriceCheck() {}

    static void check(Optional<BigDecimal> price, Optional<String> currency) {
        if (price.filter(amount -> amount.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("price must not be negative");
        }
        if (price.isPresent() && currency.isEmpty()) {
            throw new IllegalArgumentException("price needs its currency");
        }
        if (currency.filter(code -> !CURRENCIES.contains(code)).isPresent()) {
            throw new IllegalArgumentException("currency must be one of " + CURRENCIES);
        }
    }
}
