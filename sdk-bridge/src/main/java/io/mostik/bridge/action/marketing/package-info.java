/**
 * Actions with subscribers and orders of SalesAutopilot.
 */
@NullMarked
package io.mostik.bridge.action.marketing;

import org.jspecify.annotations.NullMarked;
