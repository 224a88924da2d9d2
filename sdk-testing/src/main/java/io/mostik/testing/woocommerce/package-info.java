/** WooCommerce: the REST API of orders, and the webhooks of one shop. */
@NullMarked
package io.mostik.testing.woocommerce;

import org.jspecify.annotations.NullMarked;
