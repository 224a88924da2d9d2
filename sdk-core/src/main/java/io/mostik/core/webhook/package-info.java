/**
 * For receivers of webhooks: verify first, then parse; a raw request in, a typed event and a reply out. Knows no web
 * framework.
 */
@NullMarked
package io.mostik.core.webhook;

import org.jspecify.annotations.NullMarked;
