/** Version 2 of the API: newer and smaller, with log-in, JSON throughout and pages. */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.v2;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
