/**
 * A bridge that a 1C base can talk to: a small local HTTP service that changes limits and blocks cards once for each
 * document, however often it is asked and whatever breaks, and a reader of 1C's standard OData that finds dismissals.
 */
@NullMarked
package io.mostik.examples.onec;

import org.jspecify.annotations.NullMarked;
