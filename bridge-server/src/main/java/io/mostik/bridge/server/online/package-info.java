/** Asks vendors, by reading alone, whether the settings fit their accounts. */
@NullMarked
package io.mostik.bridge.server.online;

import org.jspecify.annotations.NullMarked;
