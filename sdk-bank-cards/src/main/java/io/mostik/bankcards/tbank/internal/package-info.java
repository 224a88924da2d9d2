/** What several packages of this module share; not exported. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.internal;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
