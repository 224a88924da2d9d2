/**
 * An interpreter of as much of the language of 1C as the bridge's module uses, over the tree of {@code bsl-parser}. What
 * it does not know, it refuses: a module that runs here uses nothing else.
 */
@NullMarked
package io.mostik.bridge.onec.bsl;

import org.jspecify.annotations.NullMarked;
