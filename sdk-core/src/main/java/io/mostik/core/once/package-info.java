/**
 * Everything that must happen once and be known to have happened: write records with an idempotency key, leases, versioned
 * records, the outbox, the inbox. {@link io.mostik.core.once.Once} is the way in; {@code docs/once.md} explains the states.
 */
@NullMarked
package io.mostik.core.once;

import org.jspecify.annotations.NullMarked;
