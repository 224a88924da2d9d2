/** Számlázz.hu: the query of one document, and its notices of payments. */
@NullMarked
package io.mostik.testing.szamlazz;

import org.jspecify.annotations.NullMarked;
