@NullMarked
package io.mostik.bridge.gateway;

import org.jspecify.annotations.NullMarked;
