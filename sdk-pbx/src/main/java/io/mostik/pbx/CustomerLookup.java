package io.mostik.pbx;

import java.util.Optional;

/**
 * Finds a customer by phone number, in the embedder's database or CRM. Thread-safe.
 *
 * @param <C> the customer's card
 */
@FunctionalInterface
public interface CustomerLookup<C> {

    /**
     * Returns the card of the customer with this number. Ends soon when its thread is interrupted.
     *
     * @param caller a valid number with its E.164 form, or an extension; never a withheld one
     */
    Optional<C> find(PhoneNumber caller);
}
