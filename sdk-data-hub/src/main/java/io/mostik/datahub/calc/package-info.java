/** How cost and sales volume of an order are calculated: small expressions over its fields. */
@ModelStyle
@NullMarked
package io.mostik.datahub.calc;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
