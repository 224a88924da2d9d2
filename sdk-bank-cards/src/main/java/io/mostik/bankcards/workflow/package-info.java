/**
 * Workflows of business cards, above the client of the bank: who has which card, allowances for orders, changes that
 * somebody approves, cards for shops, dismissals. Found from {@link io.mostik.bankcards.workflow.CardWorkflows}; what they
 * remember lies in one {@link io.mostik.core.StateStore}.
 */
@NullMarked
package io.mostik.bankcards.workflow;

import org.jspecify.annotations.NullMarked;
