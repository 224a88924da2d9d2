/** Identification of an employee, before a card is issued to him. Experimental. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.identification;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
