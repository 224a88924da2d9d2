/** Money: accounts and transactions of version 2, cashboxes of the generation before. */
@ModelStyle
@NullMarked
package io.mostik.remonline.finance;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
