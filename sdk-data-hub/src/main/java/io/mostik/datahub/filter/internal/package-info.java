/** Resolves filter rules to ids, and sends to the vendor what it can filter itself; not exported. */
@NullMarked
package io.mostik.datahub.filter.internal;

import org.jspecify.annotations.NullMarked;
