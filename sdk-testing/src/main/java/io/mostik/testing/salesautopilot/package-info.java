/** A simulator of SalesAutopilot. */
@NullMarked
package io.mostik.testing.salesautopilot;

import org.jspecify.annotations.NullMarked;
