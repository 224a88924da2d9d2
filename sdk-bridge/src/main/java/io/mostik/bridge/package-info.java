/**
 * The bridge as a library: what a document of 1C, a webhook or a row of a feed asks for is written down first, carried
 * out once and told. Begin with {@link io.mostik.bridge.Bridge}.
 */
@NullMarked
package io.mostik.bridge;

import org.jspecify.annotations.NullMarked;
