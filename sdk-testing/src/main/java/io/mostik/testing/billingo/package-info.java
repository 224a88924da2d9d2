/** Billingo, version 3: documents and their payments. */
@NullMarked
package io.mostik.testing.billingo;

import org.jspecify.annotations.NullMarked;
