/** The token generation, version 1.0, as an opt-in of its own for accounts that still have no other. */
@ModelStyle
@NullMarked
package io.mostik.remonline.legacy;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
