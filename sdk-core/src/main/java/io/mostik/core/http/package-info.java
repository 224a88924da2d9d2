/**
 * For authors of clients: endpoints, calls, and the stations between a call and the network. Users of a finished client
 * meet {@link io.mostik.core.http.ClientConfig}, {@link io.mostik.core.http.RetryPolicy},
 * {@link io.mostik.core.http.RateLimit} and {@link io.mostik.core.http.CallListener} here.
 */
@NullMarked
package io.mostik.core.http;

import org.jspecify.annotations.NullMarked;
