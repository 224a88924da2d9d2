/**
 * The tables of the bridge, their migrations, and the alarm clock.
 */
@NullMarked
package io.mostik.bridge.store;

import org.jspecify.annotations.NullMarked;
