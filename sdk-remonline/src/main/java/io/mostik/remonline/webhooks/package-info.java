/** Events that RemOnline sends: proven, then read. */
@ModelStyle
@NullMarked
package io.mostik.remonline.webhooks;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
