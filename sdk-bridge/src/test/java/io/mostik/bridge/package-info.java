@NullMarked
package io.mostik.bridge;

import org.jspecify.annotations.NullMarked;
