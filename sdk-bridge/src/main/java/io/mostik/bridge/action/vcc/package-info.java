/**
 * Actions with records of VCC Live.
 */
@NullMarked
package io.mostik.bridge.action.vcc;

import org.jspecify.annotations.NullMarked;
