/** Tests of the bridge for 1C, over real HTTP on both sides. */
@NullMarked
package io.mostik.examples.onec;

import org.jspecify.annotations.NullMarked;
