/** The page for people, and the same questions for the verbs. */
@NullMarked
package io.mostik.bridge.server.page;

import org.jspecify.annotations.NullMarked;
