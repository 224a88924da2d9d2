/** Tests of the settings. */
@NullMarked
package io.mostik.bridge.server.config;

import org.jspecify.annotations.NullMarked;
