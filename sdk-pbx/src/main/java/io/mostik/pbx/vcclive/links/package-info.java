/** Links between VCC Live and other systems: what happens on one side, as fields; what is to be done on the other, once; and the mapping between them, as data. */
@NullMarked
package io.mostik.pbx.vcclive.links;

import org.jspecify.annotations.NullMarked;
