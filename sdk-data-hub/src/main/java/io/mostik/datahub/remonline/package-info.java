/** RemOnline / RO App as a connector of the hub; nothing else of the hub knows this vendor. */
@NullMarked
package io.mostik.datahub.remonline;

import org.jspecify.annotations.NullMarked;
