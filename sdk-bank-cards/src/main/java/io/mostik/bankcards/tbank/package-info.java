/** The client of T-Bank's business API (T-API), as far as it is about company cards. */
@NullMarked
package io.mostik.bankcards.tbank;

import org.jspecify.annotations.NullMarked;
