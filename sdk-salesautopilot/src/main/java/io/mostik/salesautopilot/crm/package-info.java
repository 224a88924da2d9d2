/** The vendor's small CRM, and its bridge to the call centre. */
@NullMarked
package io.mostik.salesautopilot.crm;

import org.jspecify.annotations.NullMarked;
