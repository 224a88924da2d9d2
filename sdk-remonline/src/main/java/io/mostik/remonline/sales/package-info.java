/** Sales over the counter. */
@ModelStyle
@NullMarked
package io.mostik.remonline.sales;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
