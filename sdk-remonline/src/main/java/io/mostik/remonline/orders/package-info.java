/** Repair orders: list, read, move through their statuses. */
@ModelStyle
@NullMarked
package io.mostik.remonline.orders;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
