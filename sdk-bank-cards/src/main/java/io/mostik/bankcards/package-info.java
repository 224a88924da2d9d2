/**
 * Stories of business cards, as small classes above the client of the bank: who has which card, allowances for orders,
 * changes that somebody approves, cards for shops, dismissals. What they remember lies in a
 * {@link io.mostik.core.StateStore}.
 */
@NullMarked
package io.mostik.bankcards;

import org.jspecify.annotations.NullMarked;
