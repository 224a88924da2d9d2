package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a form of a list; the vendor calls it {@code ns_id}. Writing through a form runs its automations: letters,
 * invoices, actions. Which form to use is a business decision.
 *
 * @param value the number
 */
public record FormId(long value) implements OpenNumber {

    private static final FormId NONE = new FormId(0);

    /** Refuses negative numbers. */
    public FormId {
        if (value < 0) {
            throw new IllegalArgumentException("form id must not be negative");
        }
    }

    /** Returns the id of this number. */
    public static FormId of(long value) {
        return new FormId(value);
    }

    /** Returns the number 0, which a public client takes for "no form". Unverified: try it on a list of your own. */
    public static FormId none() {
        return NONE;
    }
}
