/**
 * What the actions share.
 */
@NullMarked
package io.mostik.bridge.action.internal;

import org.jspecify.annotations.NullMarked;
