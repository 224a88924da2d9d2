/**
 * Reading a 1C base by OData.
 */
@NullMarked
package io.mostik.bridge.onec;

import org.jspecify.annotations.NullMarked;
