/** Tests of the program. */
@NullMarked
package io.mostik.bridge.server;

import org.jspecify.annotations.NullMarked;
