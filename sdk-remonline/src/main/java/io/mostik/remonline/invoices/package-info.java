/** Invoices, to be read only. */
@ModelStyle
@NullMarked
package io.mostik.remonline.invoices;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
