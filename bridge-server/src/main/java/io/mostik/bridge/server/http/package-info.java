/** The three HTTP servers of the program, each within its limits. */
@NullMarked
package io.mostik.bridge.server.http;

import org.jspecify.annotations.NullMarked;
