/** What VCC Live sends: proven, decrypted, then read; and the answers it waits for. */
@ModelStyle
@NullMarked
package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
