/** Inquiries of version 2, and leads, as the generation before calls them. */
@ModelStyle
@NullMarked
package io.mostik.remonline.inquiries;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
