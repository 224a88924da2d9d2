/** The client of RemOnline, also known as RO App and Orderry: a CRM for repair shops. */
@NullMarked
package io.mostik.remonline;

import org.jspecify.annotations.NullMarked;
