/** Orders of WooCommerce: signed notices, read back, and a sweep for those that were lost. */
@NullMarked
package io.mostik.salesautopilot.source.woocommerce;

import org.jspecify.annotations.NullMarked;
