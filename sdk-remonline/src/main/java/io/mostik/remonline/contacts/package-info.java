/** People and organisations. */
@ModelStyle
@NullMarked
package io.mostik.remonline.contacts;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
