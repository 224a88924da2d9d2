/** Tests of the meters and spans, over real HTTP and with OpenTelemetry's exporter in memory. */
@NullMarked
package io.mostik.micrometer;

import org.jspecify.annotations.NullMarked;
