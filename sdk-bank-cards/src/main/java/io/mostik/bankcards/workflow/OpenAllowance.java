package io.mostik.bankcards.workflow;

import java.util.Objects;
import java.util.Optional;

/**
 * An order whose money is on a card still. Prints the order without the courier.
 *
 * @param allowance the order, its card, and since when
 * @param courier who holds the card, as the directory says
 */
public record OpenAllowance(Allowance allowance, Optional<String> courier) {

    /** Rejects null components. */
    public OpenAllowance {
        Objects.requireNonNull(allowance, "allowance");
        Objects.requireNonNull(courier, "courier");
    }

    /** Returns the order alone. */
    @Override
    public String toString() {
        return "OpenAllowance[" + allowance + "]";
    }
}
