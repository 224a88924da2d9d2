@NullMarked
package io.mostik.bridge.trigger;

import org.jspecify.annotations.NullMarked;
