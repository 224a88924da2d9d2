/** What several resources share: references, phones, custom fields, discounts. */
@ModelStyle
@NullMarked
package io.mostik.remonline.common;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
