/**
 * The kit vendor simulators are made of: a server that plays a vendor, its journal, its fault injector, its clock and its
 * outgoing hooks.
 */
@NullMarked
package io.mostik.testing;

import org.jspecify.annotations.NullMarked;
