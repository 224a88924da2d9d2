/** The company behind the token, and its accounts. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.company;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
