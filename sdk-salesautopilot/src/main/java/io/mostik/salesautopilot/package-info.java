/** The client of SalesAutopilot: e-mail and SMS marketing with order lists, a catalogue and a small CRM. */
@NullMarked
package io.mostik.salesautopilot;

import org.jspecify.annotations.NullMarked;
