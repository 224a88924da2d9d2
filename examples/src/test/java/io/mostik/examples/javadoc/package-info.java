/** Compiles the examples in the Javadoc of the modules. */
@NullMarked
package io.mostik.examples.javadoc;

import org.jspecify.annotations.NullMarked;
