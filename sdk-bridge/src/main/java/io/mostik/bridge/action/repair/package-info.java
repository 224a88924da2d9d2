/**
 * Actions with leads, orders and people of RemOnline.
 */
@NullMarked
package io.mostik.bridge.action.repair;

import org.jspecify.annotations.NullMarked;
