/**
 * Actions with business cards.
 */
@NullMarked
package io.mostik.bridge.action.cards;

import org.jspecify.annotations.NullMarked;
