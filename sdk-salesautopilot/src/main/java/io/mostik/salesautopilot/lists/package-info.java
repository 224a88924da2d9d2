/** Lists, their forms and their columns. */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.lists;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
