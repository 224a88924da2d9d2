/** Assets: the devices of clients and of the company; only in the generation before version 2. */
@ModelStyle
@NullMarked
package io.mostik.remonline.assets;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
