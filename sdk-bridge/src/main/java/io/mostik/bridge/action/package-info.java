/**
 * Actions: what can be done at a vendor, one small class each.
 */
@NullMarked
package io.mostik.bridge.action;

import org.jspecify.annotations.NullMarked;
