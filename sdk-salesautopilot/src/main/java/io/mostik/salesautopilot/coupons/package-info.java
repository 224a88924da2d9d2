/** Coupons: whether they can be used, and what for. */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.coupons;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
