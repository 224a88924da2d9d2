/** {@code mostik-sim}: every vendor as one program, with a page to look at and an HTTP API to steer it. */
@NullMarked
package io.mostik.testing.program;

import org.jspecify.annotations.NullMarked;
