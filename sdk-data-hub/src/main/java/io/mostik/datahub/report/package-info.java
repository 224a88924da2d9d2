/** What comes out: a record for each order, metrics by period and group, tables, CSV and JSON lines. */
@ModelStyle
@NullMarked
package io.mostik.datahub.report;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
