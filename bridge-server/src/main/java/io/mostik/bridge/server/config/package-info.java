/** The settings of the program: one file, read with the line of everything that is wrong in it. */
@NullMarked
package io.mostik.bridge.server.config;

import org.jspecify.annotations.NullMarked;
