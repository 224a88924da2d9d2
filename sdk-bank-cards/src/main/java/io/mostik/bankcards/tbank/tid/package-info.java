/** Access on behalf of many companies by T-ID: consent, tokens, their renewal and safe keeping. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.tid;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
