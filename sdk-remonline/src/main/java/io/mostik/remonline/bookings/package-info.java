/** Bookings of time slots. */
@ModelStyle
@NullMarked
package io.mostik.remonline.bookings;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
