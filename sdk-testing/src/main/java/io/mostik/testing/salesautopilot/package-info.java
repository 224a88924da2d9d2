/** SalesAutopilot, played on this machine. */
@NullMarked
package io.mostik.testing.salesautopilot;

import org.jspecify.annotations.NullMarked;
