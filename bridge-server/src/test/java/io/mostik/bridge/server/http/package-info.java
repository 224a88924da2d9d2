/** Tests of the servers and their limits. */
@NullMarked
package io.mostik.bridge.server.http;

import org.jspecify.annotations.NullMarked;
