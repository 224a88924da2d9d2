/** The company itself: locations, employees, taxes, what the key may see. */
@ModelStyle
@NullMarked
package io.mostik.remonline.company;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
