/** The client of VIPeX, and by a profile of any PBX of its shape: start calls, fetch recordings. */
@ModelStyle
@NullMarked
package io.mostik.pbx.vipex;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
