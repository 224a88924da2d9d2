@ModelStyle
@NullMarked
package io.mostik.core.json;

import org.jspecify.annotations.NullMarked;
