/** Subscribers of a list: sign up, change, read, leave. */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.subscribers;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
