@NullMarked
package io.mostik.bridge.action;

import org.jspecify.annotations.NullMarked;
