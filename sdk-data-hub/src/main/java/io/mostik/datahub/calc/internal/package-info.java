/** Reads and evaluates the expressions of the two indicators; not exported. */
@NullMarked
package io.mostik.datahub.calc.internal;

import org.jspecify.annotations.NullMarked;
