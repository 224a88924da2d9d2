/** What has changed since the last look, without loss and without repetition. */
@NullMarked
package io.mostik.remonline.changes;

import org.jspecify.annotations.NullMarked;
