/** The desk, tried in a real browser and over bare HTTP. */
@NullMarked
package io.mostik.examples.desk;

import org.jspecify.annotations.NullMarked;
