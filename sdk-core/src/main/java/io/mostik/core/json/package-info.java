/** For authors of models: the JSON dialect of a vendor, and the style that models share. */
@NullMarked
package io.mostik.core.json;

import org.jspecify.annotations.NullMarked;
