/** The data hub with a database in a file: {@code HubToFile}, then {@code HubChartsOfFile}. */
@NullMarked
package io.mostik.examples.hub;

import org.jspecify.annotations.NullMarked;
