/** A 1C base published through its standard OData: enough of it to read documents, with the platform's oddities. */
@NullMarked
package io.mostik.testing.onec;

import org.jspecify.annotations.NullMarked;
