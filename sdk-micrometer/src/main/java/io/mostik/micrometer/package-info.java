/**
 * Metrics and traces of calls, webhooks and feeds through Micrometer, with or without Spring; start at
 * {@link io.mostik.micrometer.MostikMetrics}.
 */
@NullMarked
package io.mostik.micrometer;

import org.jspecify.annotations.NullMarked;
