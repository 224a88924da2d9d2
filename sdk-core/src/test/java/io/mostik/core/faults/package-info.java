/** The fault suite: each row of the reliability contract's fault matrix, as far as it concerns the core. */
@NullMarked
package io.mostik.core.faults;

import org.jspecify.annotations.NullMarked;
