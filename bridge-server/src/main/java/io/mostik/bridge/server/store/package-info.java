/** The database of the program, its backups, and what a restored one needs. */
@NullMarked
package io.mostik.bridge.server.store;

import org.jspecify.annotations.NullMarked;
