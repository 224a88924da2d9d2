/** Invoices of Számlázz.hu: unsigned notices of payments, each confirmed by a query. */
@NullMarked
package io.mostik.salesautopilot.source.szamlazz;

import org.jspecify.annotations.NullMarked;
