package io.mostik.testing.internal;

import io.mostik.testing.Refusal;

/** How a vendor refuses a request that does not fit: one for each vendor, or for each generation of its API. */
public interface Refusals {

    /** Returns the refusal of a path whose variable names nothing. */
    Refusal unknown(String variable);

    /** Returns the refusal of a value that breaks a rule, such as {@code must be an integer}. */
    Refusal invalid(String name, String rule);
}
