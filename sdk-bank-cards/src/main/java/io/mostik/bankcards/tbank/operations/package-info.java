/** Operations on an account and by card. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.operations;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
