/**
 * The Smart Data Hub connector as a library: connect, filter the orders, map their statuses to a funnel, calculate cost
 * and sales volume, and report. Begin with {@link io.mostik.datahub.HubConnection}.
 */
@ModelStyle
@NullMarked
package io.mostik.datahub;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
