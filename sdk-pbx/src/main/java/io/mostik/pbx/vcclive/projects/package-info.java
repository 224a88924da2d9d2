/** Projects: what there is, their fields, values, dispositions and quotas. */
@ModelStyle
@NullMarked
package io.mostik.pbx.vcclive.projects;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
