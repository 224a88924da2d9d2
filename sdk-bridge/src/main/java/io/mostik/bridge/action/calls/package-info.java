/**
 * Click-to-call.
 */
@NullMarked
package io.mostik.bridge.action.calls;

import org.jspecify.annotations.NullMarked;
