/** What joins several messages of a PBX into one call, and remembers it; built on {@code io.mostik.core.once}. */
@NullMarked
package io.mostik.pbx.workflow;

import org.jspecify.annotations.NullMarked;
