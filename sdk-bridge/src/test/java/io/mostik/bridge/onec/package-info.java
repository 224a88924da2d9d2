@NullMarked
package io.mostik.bridge.onec;

import org.jspecify.annotations.NullMarked;
