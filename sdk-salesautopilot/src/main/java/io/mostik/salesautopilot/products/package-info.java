/** The catalogue: products and their categories. */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.products;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
