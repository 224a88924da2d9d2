/** The ids of SalesAutopilot, each of its own type, so that a list is never taken for a form. */
@NullMarked
package io.mostik.salesautopilot.ids;

import org.jspecify.annotations.NullMarked;
