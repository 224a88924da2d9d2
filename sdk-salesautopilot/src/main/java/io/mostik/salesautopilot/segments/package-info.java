/** Segments of a list: their records, size and income. */
@NullMarked
package io.mostik.salesautopilot.segments;

import org.jspecify.annotations.NullMarked;
