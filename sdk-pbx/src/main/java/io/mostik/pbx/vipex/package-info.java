/** The preset for VIPeX: the general client and webhooks of {@code io.mostik.pbx} with the settings of this vendor. */
@NullMarked
package io.mostik.pbx.vipex;

import org.jspecify.annotations.NullMarked;
