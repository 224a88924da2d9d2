/** How the statuses of an account become the containers of a funnel. */
@ModelStyle
@NullMarked
package io.mostik.datahub.statuses;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
