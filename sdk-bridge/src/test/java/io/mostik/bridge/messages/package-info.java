@NullMarked
package io.mostik.bridge.messages;

import org.jspecify.annotations.NullMarked;
