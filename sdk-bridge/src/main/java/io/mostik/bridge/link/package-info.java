/**
 * Links as data: trigger, filter, mapping, action.
 */
@NullMarked
package io.mostik.bridge.link;

import org.jspecify.annotations.NullMarked;
