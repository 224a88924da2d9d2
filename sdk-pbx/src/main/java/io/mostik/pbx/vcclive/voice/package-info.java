/** Recordings: list, fetch, and archive them without losing or doubling one. */
@ModelStyle
@NullMarked
package io.mostik.pbx.vcclive.voice;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
