/** What several packages of the VCC Live client share; not exported. */
@NullMarked
package io.mostik.pbx.vcclive.internal;

import org.jspecify.annotations.NullMarked;
