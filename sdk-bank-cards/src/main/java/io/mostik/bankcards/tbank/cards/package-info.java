/** Company cards: list, read, block. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.cards;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
