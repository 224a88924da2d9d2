/**
 * Receives what a PBX pushes, as a {@link io.mostik.pbx.webhooks.WebhookProfile} describes it: incoming calls and the
 * data of calls, with or without recordings.
 */
@ModelStyle
@NullMarked
package io.mostik.pbx.webhooks;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
