/**
 * Intents: promises to carry out one action for one document.
 */
@NullMarked
package io.mostik.bridge.intent;

import org.jspecify.annotations.NullMarked;
