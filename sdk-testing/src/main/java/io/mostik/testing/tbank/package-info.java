/** T-Bank's business cards, played on this machine. */
@NullMarked
package io.mostik.testing.tbank;

import org.jspecify.annotations.NullMarked;
