/** Receives the vendor's external actions ("Külső művelet"): calls that the account's owner writes as templates. */
@NullMarked
package io.mostik.salesautopilot.external;

import org.jspecify.annotations.NullMarked;
