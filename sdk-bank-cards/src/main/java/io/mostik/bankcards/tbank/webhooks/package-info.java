/** Operations as the bank reports them: subscribe, prove, read. */
@ModelStyle
@NullMarked
package io.mostik.bankcards.tbank.webhooks;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
