/**
 * The client of a PBX, described by a {@link io.mostik.pbx.PbxProfile}: start calls, fetch recordings; and the neutral model
 * of telephony: numbers, calls, recordings.
 */
@ModelStyle
@NullMarked
package io.mostik.pbx;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
