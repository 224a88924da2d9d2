/** The neutral model of telephony: numbers, calls, recordings. Every PBX of this module speaks it. */
@ModelStyle
@NullMarked
package io.mostik.pbx;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
