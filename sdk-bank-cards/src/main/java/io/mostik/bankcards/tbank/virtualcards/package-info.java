/** Virtual cards: issue, reissue, and the number and code of one. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.virtualcards;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
