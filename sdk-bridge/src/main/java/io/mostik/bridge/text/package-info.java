/** Plain texts: digests, ids, words for yes and no, days and times, and the known name that was probably meant. */
@NullMarked
package io.mostik.bridge.text;

import org.jspecify.annotations.NullMarked;
