/**
 * Actions that need no vendor: what bases and people are told.
 */
@NullMarked
package io.mostik.bridge.action.base;

import org.jspecify.annotations.NullMarked;
