/** Global variables that letters show. */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.globals;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
