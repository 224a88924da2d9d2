/** Orders of an order list: place, pay, change their lines. */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.orders;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
