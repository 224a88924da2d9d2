/**
 * Receives what VIPeX, and by a {@link io.mostik.pbx.vipex.hooks.HookProfile} any PBX of its shape, pushes: incoming
 * calls and the data of calls, with or without recordings. Proven first, then read, delivered once.
 */
@ModelStyle
@NullMarked
package io.mostik.pbx.vipex.hooks;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
