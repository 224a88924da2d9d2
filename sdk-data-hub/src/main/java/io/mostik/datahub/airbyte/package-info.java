/**
 * The hub as a source of the Airbyte protocol: a program that prints messages, a line each. {@code java -cp …
 * io.mostik.datahub.airbyte.AirbyteSource spec}.
 */
@NullMarked
package io.mostik.datahub.airbyte;

import org.jspecify.annotations.NullMarked;
