@NullMarked
package io.mostik.bridge.intent;

import org.jspecify.annotations.NullMarked;
