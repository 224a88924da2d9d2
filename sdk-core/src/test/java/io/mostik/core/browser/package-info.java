/** A real browser for tests of pages, over its DevTools protocol. */
@NullMarked
package io.mostik.core.browser;

import org.jspecify.annotations.NullMarked;
