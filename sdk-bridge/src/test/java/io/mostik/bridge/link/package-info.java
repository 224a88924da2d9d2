@NullMarked
package io.mostik.bridge.link;

import org.jspecify.annotations.NullMarked;
