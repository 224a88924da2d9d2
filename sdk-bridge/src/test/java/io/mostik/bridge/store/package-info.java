@NullMarked
package io.mostik.bridge.store;

import org.jspecify.annotations.NullMarked;
