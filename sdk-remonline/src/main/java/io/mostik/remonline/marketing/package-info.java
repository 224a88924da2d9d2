/** Advertising campaigns; only in the generation before version 2. */
@ModelStyle
@NullMarked
package io.mostik.remonline.marketing;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
