/** What several packages of this module share; not exported. */
@NullMarked
package io.mostik.salesautopilot.internal;

import org.jspecify.annotations.NullMarked;
