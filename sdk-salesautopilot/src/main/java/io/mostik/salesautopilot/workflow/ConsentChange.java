package io.mostik.salesautopilot.workflow;

import java.time.Instant;

/**
 * Somebody left, bounced, was asked to confirm, or confirmed. Prints no address.
 *
 * @param email his address, as the vendor tells it
 * @param state what he is since then
 * @param at when
 */
public record ConsentChange(String email, ConsentState state, Instant at) {

    @Override
    public String toString() {
        return "ConsentChange[" + state + ", " + at + "]";
    }
}
