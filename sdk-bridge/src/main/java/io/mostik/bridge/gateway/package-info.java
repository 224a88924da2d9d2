/**
 * The HTTP interface for 1C, ERP and scripts, without a server of its own.
 */
@NullMarked
package io.mostik.bridge.gateway;

import org.jspecify.annotations.NullMarked;
