/**
 * Triggers: what happened outside, as webhooks, feeds and signals tell it.
 */
@NullMarked
package io.mostik.bridge.trigger;

import org.jspecify.annotations.NullMarked;
