/** Products, services and bundles; reading in version 2, writing in the generation before. */
@ModelStyle
@NullMarked
package io.mostik.remonline.catalog;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
