/**
 * Decisions of people, as a chain that shows whether one was changed.
 */
@NullMarked
package io.mostik.bridge.decision;

import org.jspecify.annotations.NullMarked;
