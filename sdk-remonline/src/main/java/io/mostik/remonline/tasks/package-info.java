/** Tasks of employees; only in the generation before version 2. */
@ModelStyle
@NullMarked
package io.mostik.remonline.tasks;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
