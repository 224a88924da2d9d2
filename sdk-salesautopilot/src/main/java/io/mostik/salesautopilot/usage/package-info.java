/** What the calls of a month cost: counted as they leave, priced as the vendor says, foretold, limited. */
@NullMarked
package io.mostik.salesautopilot.usage;

import org.jspecify.annotations.NullMarked;
