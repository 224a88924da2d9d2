/** Which orders are delivered: rules over their parameters, resolved to ids, asked of the vendor where it can be. */
@ModelStyle
@NullMarked
package io.mostik.datahub.filter;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
