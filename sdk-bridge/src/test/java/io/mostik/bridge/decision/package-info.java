@NullMarked
package io.mostik.bridge.decision;

import org.jspecify.annotations.NullMarked;
