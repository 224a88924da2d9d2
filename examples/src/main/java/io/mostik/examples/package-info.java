/**
 * A story a class. Each has a {@code run} that takes a client, so that it is the same against a simulator and against
 * the vendor, and a {@code main}; {@link io.mostik.examples.Tour} walks them all.
 */
@NullMarked
package io.mostik.examples;

import org.jspecify.annotations.NullMarked;
