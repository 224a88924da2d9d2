/** Letters: send one now, and see the results of those sent. */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.letters;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
