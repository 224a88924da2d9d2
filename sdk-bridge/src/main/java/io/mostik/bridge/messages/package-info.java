/**
 * What the bridge says to people, in four languages.
 */
@NullMarked
package io.mostik.bridge.messages;

import org.jspecify.annotations.NullMarked;
