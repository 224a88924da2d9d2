/** Records of a project: the people to call, their contacts and their dispositions. */
@ModelStyle
@NullMarked
package io.mostik.pbx.vcclive.records;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
