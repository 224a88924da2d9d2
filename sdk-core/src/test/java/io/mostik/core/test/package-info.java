/** Tools for the tests of the SDK itself: a vendor with scripted answers, a clock by hand, a server of raw bytes. */
@NullMarked
package io.mostik.core.test;

import org.jspecify.annotations.NullMarked;
