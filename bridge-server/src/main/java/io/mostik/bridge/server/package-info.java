/** The program {@code mostik-bridge}: settings, servers, page and verbs around the bridge. */
@NullMarked
package io.mostik.bridge.server;

import org.jspecify.annotations.NullMarked;
