/** Estimates: the same model as orders. */
@NullMarked
package io.mostik.remonline.estimates;

import org.jspecify.annotations.NullMarked;
