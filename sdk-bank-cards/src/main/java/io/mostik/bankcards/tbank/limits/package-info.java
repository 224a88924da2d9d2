/** Limits of cards: read, set one, set many. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.limits;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
