/** Measurements of the SDK next to bare {@code java.net.http}; never published. */
@NullMarked
package io.mostik.benchmarks;

import org.jspecify.annotations.NullMarked;
