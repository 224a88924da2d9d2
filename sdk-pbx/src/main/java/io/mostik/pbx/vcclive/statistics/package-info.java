/** What happened: call records, the log of e-mails, statistics and states of users. */
@ModelStyle
@NullMarked
package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
