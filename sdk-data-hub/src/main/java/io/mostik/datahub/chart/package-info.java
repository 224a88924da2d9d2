/** Charts of what the hub delivers, as SVG: {@link io.mostik.datahub.chart.HubCharts}. */
@NullMarked
package io.mostik.datahub.chart;

import org.jspecify.annotations.NullMarked;
