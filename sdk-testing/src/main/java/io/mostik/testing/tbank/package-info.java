/** A simulator of T-Bank's business cards. */
@NullMarked
package io.mostik.testing.tbank;

import org.jspecify.annotations.NullMarked;
