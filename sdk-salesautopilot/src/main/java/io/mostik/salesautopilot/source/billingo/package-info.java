/** Invoices of Billingo, version 3: polled, as it sends no notices. */
@NullMarked
package io.mostik.salesautopilot.source.billingo;

import org.jspecify.annotations.NullMarked;
