/** Keeps the whole house in order: dependencies, signatures, Javadoc, sizes and names, over all modules at once. */
@NullMarked
package io.mostik.examples.house;

import org.jspecify.annotations.NullMarked;
