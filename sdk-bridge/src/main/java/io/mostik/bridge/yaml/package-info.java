/** YAML with places and lines: one reader for settings and for links. */
@NullMarked
package io.mostik.bridge.yaml;

import org.jspecify.annotations.NullMarked;
